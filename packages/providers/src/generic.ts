import { defineProvider, googleRpc, type Provider } from '@unifault/core'
import { batches } from './generic/batches.ts'
import { body } from './generic/body.ts'
import { formLines } from './generic/form-lines.ts'
import { head } from './generic/head.ts'
import { clearRules } from './generic/clear-words.ts'
import { pages } from './generic/pages.ts'
import { graphqlErrors, oauthErrors, problem } from './generic/protocols.ts'
import { learned } from './generic/reading.ts'

/**
 * The opt-in fallback for hosts that the catalog does not know: the protocols that many share, the common envelopes by their
 * shape, the pages of gateways and firewalls, codes whose own words say what they are, and, last, the words of the message.
 * Below HTTP 400 an answer is an error only when it says nothing else; `generic/fails.ts` tells when that is.
 *
 * @example
 * const classify = createClassifier(allProviders, { fallback: generic })
 */
export const generic: Provider<'generic'> = defineProvider({
  id: 'generic',
  name: 'Any host',
  dialects: [pages, problem, googleRpc, graphqlErrors, oauthErrors, body, formLines, head, ...batches],
  // Numbers of no standard that one platform uses: https://developer.qiniu.com/kodo/3928/error-responses
  status: {
    573: 'throttled',
    608: 'precondition-failed',
    612: 'not-found',
    614: 'already-exists',
    630: 'precondition-failed',
    631: 'not-found',
  },
  messages: clearRules(),
  words: learned,
})
