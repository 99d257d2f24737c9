import { type Command, InvalidArgumentError, Option } from 'commander'
import { exitCodes, UserError } from '../errors.ts'
import type { FoundRows } from '../explain/find-words.ts'
import type { Language } from '../explain/show.ts'

interface ExplainOptions {
  readonly lang?: Language
  readonly json?: boolean
  readonly limit: number
}

/** Adds `unifault explain`. */
export function register(program: Command): void {
  program
    .command('explain')
    .description('tells what a code means: of a provider, of all, or what words say')
    .argument('<words...>', 'a provider and its code; a code; a provider; or the words of a message')
    .addOption(new Option('--lang <language>', 'one language in place of both').choices(['zh', 'en']))
    .option('--json', 'prints what was found as JSON')
    .option('--limit <count>', 'rows that are shown', readLimit, 20)
    // Many codes begin with a minus.
    .allowUnknownOption()
    .addHelpText(
      'after',
      '\nExamples:\n  unifault explain bilibili -352\n  unifault explain 40001 --lang zh\n  unifault explain 请求过于频繁',
    )
    .action(explain)
}

function readLimit(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1) throw new InvalidArgumentError('expected a number from 1 on')
  return limit
}

async function explain(words: readonly string[], { lang, json, limit }: ExplainOptions): Promise<void> {
  const { hasProvider, nearCodes, nearProvider, rowsOfCode, rowsOfCodeAnywhere } = await import('../explain/find.ts')
  const { explained, providerText, readingText, rowsText } = await import('../explain/show.ts')
  // No code of the catalog begins with two hyphens: what does is an option that there is not.
  const option = words.find((word) => /^--[a-z]/i.test(word))
  if (option !== undefined)
    throw new UserError(`there is no option ${option} of explain`, { expected: '--lang, --json or --limit' })
  const [first = '', ...rest] = words
  const query = words.join(' ')
  const provider = hasProvider(first) ? first : hasProvider(first.toLowerCase()) ? first.toLowerCase() : undefined

  if (provider !== undefined && rest.length === 0 && rowsOfCodeAnywhere(first).length === 0) {
    const { providerData } = await import('../catalog.ts')
    const data = providerData(provider)
    process.stdout.write(json === true ? `${JSON.stringify(data, undefined, 2)}\n` : providerText(data))
    return
  }
  const isOfProvider = provider !== undefined && rest.length > 0
  const wanted = isOfProvider ? rest.join(' ') : query
  const byCode = isOfProvider ? rowsOfCode(provider, wanted) : rowsOfCodeAnywhere(wanted)
  let found: FoundRows = { count: byCode.length, rows: byCode }
  let reading
  if (byCode.length === 0) {
    const meant = !isOfProvider && rest.length === 1 ? nearProvider(first) : undefined
    if (meant !== undefined && rowsOfCode(meant, rest[0] ?? '').length > 0)
      throw new UserError(`there is no provider ${first}; did you mean ${meant}?`)
    const { words: model } = await import('@unifault/providers/words')
    if (!isOfProvider && isWords(wanted)) reading = model.read({ message: wanted, status: NaN })
    const { rowsOfWords } = await import('../explain/find-words.ts')
    found = rowsOfWords(wanted.split(/\s+/), isOfProvider ? provider : undefined, json === true ? Infinity : limit)
  }
  const rows = found.rows.map(explained)
  const isExact = byCode.length > 0
  const near = isExact || isWords(wanted) ? [] : nearCodes(wanted, isOfProvider ? provider : undefined)
  if (json === true) {
    const shown = { v: 1, query, ...(reading && { words: reading }), rows, near }
    process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`)
  } else {
    if (reading !== undefined) process.stdout.write(`${readingText(reading)}\n`)
    if (rows.length > 0) process.stdout.write(rowsText(rows.slice(0, limit), found.count, lang))
  }
  if (isExact || (isWords(wanted) && (rows.length > 0 || reading !== undefined))) return
  process.exitCode = exitCodes.negative
  const whose = isOfProvider ? ` of ${provider}` : ''
  const hint = near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''
  process.stderr.write(`unifault: the catalog has no code ${JSON.stringify(wanted)}${whose}${hint}\n`)
}

/** A sentence, not a code: what the model reads. */
function isWords(text: string): boolean {
  return /\s|\p{Script=Han}/u.test(text)
}
