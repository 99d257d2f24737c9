/** What an adapter needs beyond the public names; adapters of one's own may use it too. */
export { attachApiError, attachedApiError } from './error/attached-api-error.ts'
export { apiErrorPrototype } from './error/create-api-error.ts'
export { setOrigin } from './error/origin-of.ts'
export { isTexty } from './reading/is-texty.ts'
export { invalidOption, refuseUnknown } from './provider/invalid-option.ts'
export { classifierOptionNames } from './classify/check-classifier-options.ts'
export { createReporter } from './classify/create-reporter.ts'
export { type ApiErrorsOption, readApiErrors } from './classify/read-api-errors.ts'
