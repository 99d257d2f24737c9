// taxonomy
export { type Category, categoryOf, type Outcome, type Reason, reasons, type Recovery, type Retry } from './reasons.ts'
// error
export {
  type ApiError,
  type ApiErrorOf,
  type ErrorRequest,
  type Evidence,
  isApiError,
  type MatchedBy,
} from './api-error.ts'
export { apiErrorFrom, apiErrorOf, type Origin, originOf } from './origin.ts'
export {
  explain,
  type OtelAttributes,
  type ProblemDetails,
  problemParts,
  remedyOf,
  type Texts,
  toOtelAttributes,
  toProblemDetails,
} from './views.ts'
// answers
export type { Answer, RawResponse, Reader } from './answer.ts'
export type { Place, Places } from './place.ts'
export type { WaitUnit } from './wait.ts'
// readers
export { form, gb18030, html, jsonp, sse, xmlTags } from './readers.ts'
// providers
export { type CodeRows, textsOf } from './codes.ts'
export type { Dialect, Fault, Issue, PlaceValue, Protocol, States, Verdict, Wait } from './dialect.ts'
export {
  defineProvider,
  type MessageRule,
  type Provider,
  type ProviderDefinition,
  withCodes,
  withHosts,
  type Words,
} from './provider.ts'
// protocols
export { googleRpc, graphql, oauth, problemJson } from './protocols.ts'
// classifier
export { type Batch, type Classifier, createClassifier } from './classify.ts'
export type { TransportFailure } from './failure.ts'
export type { FailedRequest } from './fields.ts'
export type {
  Call,
  ClassifierOptions,
  Defect,
  Fallback,
  Pass,
  PerCall,
  PerCallOptions,
  Told,
  Unjudged,
} from './options.ts'
