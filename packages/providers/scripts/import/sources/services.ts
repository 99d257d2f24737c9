import { cellText, spellOut, type Entry } from '../entry.ts'
import { readJsonLists } from '../forms/json-lists.ts'
import { plain } from '../forms/markdown-sections.ts'
import { readPatterns } from '../forms/patterns.ts'
import { hintOfName } from '../hint-of-name.ts'
import { hint, hinted, hintOfStatus } from '../hints.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Sources } from '../source.ts'

const sentence = (text: string): string => cellText(text.replace(/^\w/, (letter) => letter.toUpperCase()))

/** The specification's definition lists, and the lists in the descriptions of single endpoints. */
const matrixLists: readonly (readonly [files: RegExp, pattern: RegExp])[] = [
  [
    /^content\/(?:client-server-api\/_index|identity-service-api)\.md$/,
    /^`(?<code>M_[A-Z_]+)`\n: (?<text>(?:\S.*\n)+)/gm,
  ],
  [
    /^data\/api\/(?:client-server|identity)\/\w+\.yaml$/,
    /^ +- `(?<code>M_[A-Z_]+)`: (?<text>.+(?:\n +(?![-`\s])\S+ .*)*)/gm,
  ],
]

interface Lexicon {
  readonly defs: Readonly<Record<string, { readonly errors?: readonly { name: string; description?: string }[] }>>
}

/** The first entry of each code: an error's name means the same in every lexicon, and one that is described stands before a bare name. */
function onePerCode(entries: readonly Entry[]): Entry[] {
  const byCode = new Map<string, Entry>()
  for (const entry of entries) {
    const known = byCode.get(entry.code)
    if (known === undefined || (known.names === true && entry.names !== true)) byCode.set(entry.code, entry)
  }
  return [...byCode.values()]
}

export const serviceSources: Sources = {
  matrix: {
    repository: 'matrix-org/matrix-spec',
    provider: 'matrix',
    dialect: 'api',
    read: (snapshot) =>
      onePerCode(
        matrixLists.flatMap(([files, pattern]) =>
          // `M_UNKNOWN` leaves it to the HTTP status.
          readPatterns(snapshot, files, pattern, ({ code = '', text = '' }, path) =>
            code === 'M_UNKNOWN'
              ? undefined
              : {
                  code,
                  zh: '',
                  en: cellText(plain(text.replace(/\{\{%.*?%\}\}/g, '')), 160),
                  path,
                  tail: code.replace('M_', ''),
                  ...hinted(hintOfName(code.replace('M_', ''))),
                },
          ),
        ),
      ),
  },
  'app-store': {
    repository: 'apple/app-store-server-library-node',
    provider: 'app-store',
    dialect: 'api',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^index\.ts$/,
        /\/\*\*\n\s+\* (?<text>.+)\n(?:\s+\*(?!\/).*\n)*\s+\*\/\n\s+(?<name>[A-Z_]+) = (?<code>[45]\d{6}),/g,
        ({ text = '', name = '', code = '' }, path) => ({
          code,
          zh: '',
          en: sentence(
            plain(text).replace(
              /^An error (?:response )?(?:the API returns )?(?:that indicates )?(?:that |when |if )?/,
              '',
            ),
          ),
          path,
          tail: name,
          // The first three digits are the HTTP status; a retry of the same request may succeed.
          ...hinted(
            name.includes('RETRYABLE')
              ? hint('unavailable')
              : (hintOfName(name) ?? hintOfStatus(Number(code.slice(0, 3)))),
          ),
        }),
      ),
  },
  bluesky: {
    repository: 'bluesky-social/atproto',
    provider: 'bluesky',
    dialect: 'xrpc',
    read: (snapshot: Snapshot) =>
      onePerCode([
        ...readPatterns(
          snapshot,
          /^packages\/xrpc\/src\/types\.ts$/,
          /^ {2}(?<code>[A-Z]\w+) = (?<status>[45]\d\d),$/gm,
          ({ code = '', status }, path) => ({
            code,
            zh: '',
            en: spellOut(code),
            path,
            names: true,
            ...hinted(hintOfStatus(Number(status))),
          }),
        ),
        ...readJsonLists<Lexicon>(snapshot, /^lexicons\/.+\.json$/, ({ defs }, path) =>
          Object.values(defs)
            .flatMap(({ errors = [] }) => errors)
            .map(({ name, description }) => ({
              code: name,
              zh: '',
              path,
              ...(description === undefined
                ? { en: spellOut(name), names: true }
                : { en: sentence(plain(description).replace(/^Indicates (?:that )?/, '')) }),
              ...hinted(hintOfName(name)),
            })),
        ),
      ]),
  },
}
