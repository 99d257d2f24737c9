/** What adapters of clients that are built on fetch need. */
export { examineResponse } from './examine-response.ts'
export { type FetchRequest, readFetchRequest } from './fetch-request.ts'
export { isCancelled } from './is-cancelled.ts'
export { isMisuse } from './is-misuse.ts'
export { isResponse } from './is-response.ts'
export { judgeFailure } from './judge-failure.ts'
export { judgeResponse } from './judge-response.ts'
export { releaseBody } from './release-body.ts'
