export { type ApiError, isApiError } from '@unifault/core'
export { toResult } from './to-result.ts'
