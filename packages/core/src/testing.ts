// Errors and answers for tests of one's own.
export { fakeApiError, type FakeApiErrorOptions } from './fake-api-error.ts'
export type { FakeAnswer as FakeResponse } from './fake-draft.ts'
export {
  type FakeEvent,
  fakeEvent,
  fakeResponse,
  fakeResponseKinds,
  type FakeResponseOptions,
  fakeSuccess,
} from './fake-response.ts'
export { nearest } from './check.ts'
