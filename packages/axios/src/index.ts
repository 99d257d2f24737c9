/// <reference lib="esnext.disposable" preserve="true" />
// unifault for axios: its own names, and those of core that go with them.
export { axiosResponseOf } from './instance.ts'
export { installApiErrors } from './install.ts'
export type { AxiosLike, Installation, InstallOptions, InterceptorsLike } from './instance.ts'
export type { ApiErrorsConfig } from './config.cts'
export {
  apiErrorFrom,
  apiErrorOf,
  categoryOf,
  defineProvider,
  explain,
  isApiError,
  originOf,
  problemParts,
  reasons,
  remedyOf,
  toOtelAttributes,
  toProblemDetails,
  withCodes,
  withHosts,
} from '@unifault/core'
export type {
  ApiError,
  ApiErrorOf,
  Category,
  ClassifierOptions,
  Defect,
  Origin,
  Pass,
  PerCall,
  PerCallOptions,
  Provider,
  Reason,
  Recovery,
  Retry,
  Told,
  Unjudged,
} from '@unifault/core'
