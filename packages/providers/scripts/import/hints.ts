// One reading of statuses and publishers' classes, for the importers here and for `unifault import`.
export { auth, type Hint, hint, hinted, hintOfStatus, param, rate, server } from '../../../unifault/src/import/hints.ts'
