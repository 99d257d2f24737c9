// What all handlers share: where, how often and how late they answer.
import type { Provider } from '@unifault/core'
import { type Check, checkOptions, invalidOption, type Kinds } from '@unifault/core/adapter'
import { delay, type DelayMode, HttpHandler } from 'msw'
import { compileWhere, isPath, type Where } from './where.ts'

/** Where, how often and how late a handler answers. */
export interface HandlerOptions {
  /**
   * `/x/*`: below each of the provider's hosts and places (`withHosts`); any other pattern of msw, or a RegExp, is compared with the
   * whole URL. Left out: all of the provider's hosts and places.
   */
  readonly path?: Where
  /** `GET`, in any case; left out: every method. */
  readonly method?: string | undefined
  /** Milliseconds before the answer; `real` as a server's, `infinite` never. */
  readonly delay?: number | DelayMode | undefined
  /** How many requests are answered; from then on they go to the next handler. `resetHandlers` and `restoreHandlers` begin anew. */
  readonly times?: number | undefined
  /** Further response headers, or others. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

const isDelay: Check = (value, name) => {
  if (value !== 'real' && value !== 'infinite' && !(typeof value === 'number' && value >= 0 && value < 2 ** 31))
    throw invalidOption(name, "milliseconds, 'real' or 'infinite'", value)
}

/** A whole number from 1 on. */
export const isCount: Check = (value, name) => {
  if (!Number.isSafeInteger(value) || (value as number) < 1)
    throw invalidOption(name, 'a whole number from 1 on', value)
}

const isMethod: Check = (value, name) => {
  if (typeof value !== 'string' || !/^[a-z]+$/i.test(value)) throw invalidOption(name, 'an HTTP method', value)
}

/** What each option of a handler may be. */
export const handlerKinds: Kinds = {
  path: isPath,
  method: isMethod,
  delay: isDelay,
  times: isCount,
  headers: (value, name) => {
    checkOptions(value, Object.fromEntries(Object.keys(value ?? {}).map((header) => [header, 'string'])), `${name}.`)
  },
}

/** How an answer is made for a request. */
export type Answering = (request: Request) => Response | undefined | Promise<Response | undefined>

/** A handler that answers so many requests, and then leaves them to the next one. */
export class RepeatedHandler extends HttpHandler {
  readonly times: number
  private readonly count: { used: number }

  /** @param isMine what a request must have beside its place */
  constructor(
    provider: Provider,
    options: HandlerOptions,
    answer: Answering,
    isMine: (request: Request) => boolean = () => true,
  ) {
    const { method, path, delay: wait, times = Infinity } = options
    const count = { used: 0 }
    const isFor = compileWhere(provider, path)
    super(
      method?.toUpperCase() ?? /.+/,
      ({ request }) => isFor(request) && isMine(request),
      async ({ request }) => {
        if (count.used >= times) return undefined
        count.used++
        if (wait !== undefined) await delay(wait)
        return answer(request)
      },
    )
    this.times = times
    this.count = count
  }

  override reset(): void {
    super.reset()
    this.count.used = 0
  }

  override restore(): void {
    super.restore()
    this.count.used = 0
  }

  /** `resetHandlers` takes away what a test has added with `use`: the next test may add the same handler again. */
  override async dispose(): Promise<void> {
    this.count.used = 0
    await super.dispose()
  }
}
