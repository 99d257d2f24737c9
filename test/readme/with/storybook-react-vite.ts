/** As much of Storybook's types as a story with msw's addon shows. */
import type { RequestHandler } from 'msw'

export interface Meta<Component> {
  readonly title: string
  readonly component: Component
}

export interface StoryObj<Of extends Meta<unknown>> {
  readonly args?: Of['component'] extends (props: infer Props) => unknown ? Partial<Props> : never
  beforeEach?(context: { readonly msw: { use(...handlers: RequestHandler[]): void } }): void
}
