/** What adapters of clients that are built on fetch need. */
export { type ApiErrorsOption, readApiErrors } from './api-errors-option.ts'
export { examineResponse } from './examine-response.ts'
export { isCancelled } from './is-cancelled.ts'
export { isMisuse } from './is-misuse.ts'
export type { FetchRequest } from './fetch-request.ts'
