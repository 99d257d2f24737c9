export { allProviders } from './all-providers.ts'
export { generic } from './generic.ts'
