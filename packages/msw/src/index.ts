export {
  errorHandler,
  type ErrorHandlerOptions,
  handlersOf,
  type HandlersOfOptions,
  networkError,
  okHandler,
  type OkHandlerOptions,
} from './answers.ts'
export type { HandlerOptions } from './handler.ts'
export { sequence } from './sequence.ts'
export { streamError, type StreamErrorOptions } from './stream-error.ts'
