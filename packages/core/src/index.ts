// taxonomy
export { type Category, categoryOf, type Outcome, type Reason, reasons, type Recovery, type Retry } from './reasons.ts'
// error
export {
  type ApiError,
  apiErrorOf,
  type ApiErrorOf,
  type ErrorRequest,
  type Evidence,
  isApiError,
  type MatchedBy,
  type Origin,
  originOf,
} from './api-error.ts'
export { apiErrorFrom } from './api-error-from.ts'
export { explain, remedyOf, type Texts } from './explain.ts'
export { type OtelAttributes, toOtelAttributes } from './otel.ts'
export { type ProblemDetails, problemParts, toProblemDetails } from './problem-details.ts'
// answers
export type { Answer, RawResponse, Reader } from './answer.ts'
export type { Batch } from './batch.ts'
export type { Place, Places } from './place.ts'
export type { WaitUnit } from './wait.ts'
// readers
export { form } from './readers/form.ts'
export { gb18030 } from './readers/gb18030.ts'
export { html } from './readers/html.ts'
export { jsonp } from './readers/jsonp.ts'
export { sse } from './readers/sse.ts'
export { xmlTags } from './readers/xml-tags.ts'
// providers
export type { CodeRows } from './codes.ts'
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
export { textsOf } from './table.ts'
export { googleRpc } from './protocols/google-rpc.ts'
export { graphql } from './protocols/graphql.ts'
export { oauth } from './protocols/oauth.ts'
export { problemJson } from './protocols/problem-json.ts'
// classifier
export { type Classifier, createClassifier } from './classify.ts'
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
