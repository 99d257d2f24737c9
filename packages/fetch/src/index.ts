export { type ApiError, isApiError } from '@unifault/core'
export type { ApiErrorsOption } from '@unifault/core/adapter'
export { problemResponse } from './problem-response.ts'
export { wrapFetch, type WrappedFetch } from './wrap-fetch.ts'
