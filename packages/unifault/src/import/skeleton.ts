// The provider's module, in the form of its neighbours.
import type { Envelope } from './envelope.ts'
import type { PlannedList } from './plan.ts'

export interface Skeleton {
  readonly provider: string
  readonly source: string
  readonly envelope: Envelope
  readonly lists: readonly PlannedList[]
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
export function skeletonText({ provider, source, envelope, lists }: Skeleton): string {
  const type = `${pascal(provider)}Code`
  const imports = [`type ${type}`, ...lists.map(({ dialect }) => `${camel(dialect)}Codes`).sort()].join(', ')
  const about = [
    ` * ${pascal(provider)}: a provider made from its page of error codes. That page names no host, so it is chosen by hand.`,
    ...(envelope.isGuess
      ? [' * Nor does it show an answer: the usual names for a code and its message are alternatives.']
      : []),
    ...(/^https?:/.test(source) ? [` * ${source}`] : []),
  ]
  return [
    "import type { Provider } from '@unifault/core'",
    `import { ${imports} } from './generated/${provider}/codes.ts'`,
    '',
    `export type { ${type} } from './generated/${provider}/codes.ts'`,
    '',
    '/**',
    ...about,
    ' */',
    `export const ${camel(provider)}: Provider<${quoted(provider)}, ${type}> = {`,
    `  id: ${quoted(provider)},`,
    `  name: ${quoted(pascal(provider))},`,
    ...(/^https?:/.test(source) ? [`  docs: ${quoted(source)},`] : []),
    '  dialects: [',
    ...lists.flatMap((list, index) => dialectLines(list, envelope, index)),
    '  ],',
    '}',
    '',
  ].join('\n')
}

function dialectLines(
  { dialect, title, successes, hasNumbers }: PlannedList,
  envelope: Envelope,
  index: number,
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
    `      codes: ${camel(dialect)}Codes,`,
    '    },',
  ]
}
