// Answers in turn: first an error, then another one, then a success.
import { invalidOption } from '@unifault/core/adapter'
import { getResponse, HttpHandler, RequestHandler } from 'msw'
import { RepeatedHandler } from './handler.ts'

/** How many requests a handler answers in a sequence. */
function timesOf(handler: RequestHandler): number {
  return handler instanceof RepeatedHandler && handler.times !== Infinity ? handler.times : 1
}

class Sequence extends HttpHandler {
  private readonly handlers: readonly RequestHandler[]
  private readonly state: { step: number; used: number }

  constructor(handlers: readonly RequestHandler[]) {
    const state = { step: 0, used: 0 }
    super(
      /.+/,
      () => true,
      async ({ request }) => {
        for (;;) {
          const { step } = state
          const handler = handlers[step]
          if (handler === undefined || !(await handler.test({ request }))) return undefined
          // Another request may have had its turn in the meantime.
          if (state.step !== step) continue
          const isLast = step === handlers.length - 1
          if (!isLast && ++state.used >= timesOf(handler)) {
            state.step++
            state.used = 0
          }
          return getResponse([handler], request)
        }
      },
    )
    this.handlers = handlers
    this.state = state
  }

  override reset(): void {
    super.reset()
    this.begin('reset')
  }

  override restore(): void {
    super.restore()
    this.begin('restore')
  }

  override async dispose(): Promise<void> {
    this.begin('reset')
    await super.dispose()
    for (const handler of this.handlers) await handler.dispose()
  }

  private begin(how: 'reset' | 'restore'): void {
    Object.assign(this.state, { step: 0, used: 0 })
    for (const handler of this.handlers) handler[how]()
  }
}

/**
 * One handler of several that answer in turn: each one request, or as many as its `times` says, and the last one all that follow. Whose
 * turn it is, decides which requests are answered; others go to the next handlers. `resetHandlers` and `restoreHandlers` begin anew.
 *
 * @param handlers handlers of this package, or any of msw's for requests
 * @throws TypeError that names the item, its value and what was expected
 * @example
 * sequence([errorHandler(bilibili, '-352', { times: 2 }), okHandler(bilibili)])
 */
export function sequence(handlers: readonly RequestHandler[]): HttpHandler {
  if (!Array.isArray(handlers) || handlers.length === 0)
    throw invalidOption('handlers', 'a list of at least one handler', handlers)
  for (const [index, handler] of handlers.entries())
    if (!(handler instanceof RequestHandler))
      throw invalidOption(`handlers[${index}]`, "one of msw's request handlers", handler)
  return new Sequence([...handlers])
}
