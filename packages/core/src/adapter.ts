/** What an adapter needs beyond the public names; adapters of one's own may use it too. */
export { apiErrorPrototype } from './error/create-api-error.ts'
export { setOrigin } from './error/origin-of.ts'
export { checkPass } from './classify/check-classifier-options.ts'
export { invalidOption } from './provider/invalid-option.ts'
