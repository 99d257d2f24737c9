/** What an adapter needs beyond the public names; adapters of one's own may use it too. */
export { type Fields, type Handover, type Outgoing, type Recoverer, recovererKind } from './recoverer.ts'
export { isRepeatableBody } from './repeatable-body.ts'
export { bytesOf, decodeText, isBytes, isJsonType, isTexty, own, ownOptions, readHeader, toUrl } from './answer.ts'
export { apiErrorPrototype, attachApiError, setOrigin } from './api-error.ts'
export { type Check, checkKind, checkOptions, invalidOption, type Kind, type Kinds } from './check.ts'
export { createJudging, type Judging } from './judging.ts'
export { type Call, classifierOptionKinds, createReporter, readPerCall, settle } from './options.ts'
export type { Redact, RequestView } from './redact/request.ts'

/** A larger body is no error envelope: as much as an adapter reads of one, in bytes. */
export const mostBytes = 65_536
