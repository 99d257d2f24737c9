import { recorded } from './recorded.ts'

/** One call and what the platform answers to it, in the shape that its documents or its clients record. */
export interface Answer {
  readonly platform: string
  /** What is odd about it. */
  readonly note: string
  readonly method: string
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Every answer of the replay. */
export const answers: readonly Answer[] = Object.entries(recorded).flatMap(([platform, rows]) =>
  rows.map(([note, request, status, type, body, headers]) => {
    const [method = '', url = ''] = request.split(' ')
    return { platform, note, method, url, status, headers: { 'content-type': type, ...headers }, body }
  }),
)
