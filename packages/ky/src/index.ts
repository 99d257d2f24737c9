export type { ClassifierOptions, PerCall, PerCallOptions, Provider, Told } from '@unifault/core'
export {
  type ApiError,
  apiErrorFrom,
  apiErrorOf,
  type Category,
  categoryOf,
  defineProvider,
  explain,
  isApiError,
  originOf,
  problemParts,
  type Reason,
  reasons,
  remedyOf,
  toOtelAttributes,
  toProblemDetails,
  withCodes,
  withHosts,
} from '@unifault/core'
export { observed } from '@unifault/fetch'
export { perCall, wrapKy, type WrapKyOptions } from './wrap-ky.ts'
