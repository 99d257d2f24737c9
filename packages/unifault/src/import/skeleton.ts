// The provider's module: in the form of its neighbours, or for a project of its own.
import type { Envelope } from './envelope.ts'
import type { PlannedList } from './plan.ts'
import { tableText } from './table-text.ts'

export interface Skeleton {
  readonly provider: string
  readonly source: string
  readonly envelope: Envelope
  readonly lists: readonly PlannedList[]
  /** Whether codes are generated from the tables, as in the repository of the catalog. Elsewhere the module has the tables as texts. */
  readonly isGenerated: boolean
}

const pascal = (id: string): string => id.replace(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase())
const camel = (id: string): string => pascal(id).replace(/^\w/, (letter) => letter.toLowerCase())
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

/** One place as it is, several as a list. */
function places(list: readonly string[]): string {
  const [only = ''] = list
  return list.length === 1 ? quoted(only) : `[${list.map(quoted).join(', ')}]`
}

/** The text of `src/<provider>.ts`. */
export function skeletonText({ provider, source, envelope, lists, isGenerated }: Skeleton): string {
  const about = [
    ` * ${pascal(provider)}: a provider made from its page of error codes. That page names no host, so it is chosen by hand.`,
    ...(envelope.isGuess
      ? [' * Nor does it show an answer: the usual names for a code and its message are alternatives.']
      : []),
    ...(/^https?:/.test(source) ? [` * ${source}`] : []),
  ]
  return [
    ...(isGenerated ? generatedHead(provider, lists) : ownHead(provider, lists)),
    '/**',
    ...about,
    ' */',
    isGenerated
      ? `export const ${camel(provider)}: Provider<${quoted(provider)}, ${pascal(provider)}Code> = {`
      : `export const ${camel(provider)}: Provider<${quoted(provider)}> = defineProvider({`,
    `  id: ${quoted(provider)},`,
    `  name: ${quoted(pascal(provider))},`,
    ...(/^https?:/.test(source) ? [`  docs: ${quoted(source)},`] : []),
    '  dialects: [',
    ...lists.flatMap((list, index) => dialectLines(list, envelope, index, isGenerated)),
    '  ],',
    isGenerated ? '}' : '})',
    '',
  ].join('\n')
}

function generatedHead(provider: string, lists: readonly PlannedList[]): string[] {
  const type = `${pascal(provider)}Code`
  const names = [`type ${type}`, ...lists.map(({ dialect }) => `${camel(dialect)}Codes`).sort()].join(', ')
  return [
    "import type { Provider } from '@unifault/core'",
    `import { ${names} } from './generated/${provider}/codes.ts'`,
    '',
    `export type { ${type} } from './generated/${provider}/codes.ts'`,
    '',
  ]
}

/** The tables stand in the module itself: it runs wherever it is put, and needs no file beside it. */
function ownHead(provider: string, lists: readonly PlannedList[]): string[] {
  return [
    "import { defineProvider, type Provider } from '@unifault/core'",
    '',
    ...lists.flatMap(({ dialect, rows }) => [
      `/** The rows of catalog/${provider}/${dialect}.tsv; \`textsOf(${camel(dialect)}Table, 'en', ${quoted(provider)}, ${quoted(dialect)})\` gives their texts. */`,
      `export const ${camel(dialect)}Table: string = \`${tableText(rows).replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``,
      '',
    ]),
  ]
}

function dialectLines(
  { dialect, title, successes, hasNumbers }: PlannedList,
  envelope: Envelope,
  index: number,
  isGenerated: boolean,
): string[] {
  const success = successes.length > 0 ? successes : hasNumbers ? ['0'] : []
  return [
    '    {',
    `      name: ${quoted(dialect)},`,
    ...(title === '' ? [] : [`      // ${title}`]),
    // The first dialect takes every answer of this envelope.
    ...(index === 0
      ? []
      : ['      // The list before has the same codes: `hosts` or `paths` must tell the two apart.']),
    `      code: ${places(envelope.code)},`,
    ...(envelope.message.length === 0 ? [] : [`      message: ${places(envelope.message)},`]),
    ...(envelope.requestId.length === 0 ? [] : [`      requestId: ${places(envelope.requestId)},`]),
    ...(successes.length === 0 && success.length > 0
      ? ['      // The page names no code of success; such numbers mostly have 0.']
      : []),
    ...(success.length === 0
      ? []
      : [`      success: [${success.map((one) => (/^(?:0|-?[1-9]\d*)$/.test(one) ? one : quoted(one))).join(', ')}],`]),
    `      codes: ${camel(dialect)}${isGenerated ? 'Codes' : 'Table'},`,
    '    },',
  ]
}
