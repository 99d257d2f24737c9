export { fakeApiError, type FakeApiErrorOptions } from './testing/fake-api-error.ts'
export { fakeResponse, type FakeResponse } from './testing/fake-response.ts'
