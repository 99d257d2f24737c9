// `unifault import`: a page of error codes becomes a table and a provider.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { words } from '@unifault/providers/words'
import { exitCodes, UserError } from '../errors.ts'
import { type Ask, settle } from './ask.ts'
import { readDocument } from './document.ts'
import { envelopeIn, readEnvelope } from './envelope.ts'
import { type Plan, planImport, type PlannedList } from './plan.ts'
import { skeletonText } from './skeleton.ts'
import { tableText } from './table-text.ts'

export interface ImportOptions {
  readonly provider?: string | undefined
  readonly out?: string | undefined
  readonly envelope?: string | undefined
  readonly source?: string | undefined
  /** The number of the one list to take, where the document has several. */
  readonly list?: string | undefined
  readonly json?: boolean | undefined
  readonly force?: boolean | undefined
}

/** Where a run writes to, and whom it asks; undefined: nobody. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly tell: (line: string) => void
  readonly ask: Ask | undefined
}

const providerId = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/
const repositoryFile = /^[\w.-]+\/[\w.-]+@[\da-f]{7,40} \S.*$/

/**
 * Imports a document.
 *
 * @param file the document; `-` is standard input
 * @returns the exit code
 * @throws UserError where the document or an option is wrong
 */
export async function importDocument(file: string, options: ImportOptions, terminal: Terminal): Promise<number> {
  checkOptions(options)
  const text = readDocument(file)
  const plan = planImport(text, file, options.source ?? '', words)
  for (const { line, text: what } of plan.notes) terminal.tell(`${file}:${line}: ${what}`)
  if (plan.lists.length === 0) {
    terminal.tell(`${file}: no codes found; expected a table or a list of codes with what they mean`)
    return exitCodes.negative
  }
  const chosen = chooseLists(plan, options.list, file)
  const lists = terminal.ask === undefined ? chosen : await settle(chosen, terminal.ask)
  if (lists === undefined) {
    terminal.tell('stopped: nothing is written')
    return exitCodes.negative
  }
  const envelope =
    options.envelope === undefined ? envelopeIn(text, lists[0]?.caption ?? '') : readEnvelope(options.envelope)
  if (options.json === true) terminal.out(`${JSON.stringify(summary(plan, lists), undefined, 2)}\n`)
  if (options.out !== undefined) {
    const provider = options.provider ?? ''
    const files = new Map<string, string>(
      lists.map(({ dialect, rows }) => [join('catalog', provider, `${dialect}.tsv`), tableText(rows)]),
    )
    // In the repository of the catalog codes are generated from the tables, all into one folder.
    const isGenerated = existsSync(join(options.out, 'src/generated'))
    const skeleton = { provider, source: options.source ?? '', envelope, lists, isGenerated }
    files.set(join('src', `${provider}.ts`), skeletonText(skeleton))
    const doubts = doubtText(provider, lists)
    if (doubts !== undefined) files.set(join('catalog', 'review', `${provider}.tsv`), doubts)
    writeAll(files, options.out, options.force === true, terminal)
  } else if (options.json !== true) for (const { rows } of lists) terminal.out(tableText(rows))
  report(lists, options, envelope.isGuess, terminal)
  return exitCodes.done
}

function checkOptions({ provider, out, envelope, source, list }: ImportOptions): void {
  if (provider !== undefined && !providerId.test(provider))
    throw new UserError(`--provider ${provider} is no id`, {
      expected: 'small letters, digits and single hyphens, such as acme-pay',
    })
  if (out !== undefined && provider === undefined)
    throw new UserError('--out needs --provider', { expected: 'the id that the files are named after, such as acme' })
  if (envelope !== undefined) readEnvelope(envelope)
  if (
    source !== undefined &&
    !repositoryFile.test(source) &&
    !(/^https?:\/\/\S+$/.test(source) && URL.canParse(source))
  )
    throw new UserError(`--source ${source} cites nothing`, { expected: 'a URL, or owner/repo@commit path' })
  if (list !== undefined && !/^[1-9]\d*$/.test(list))
    throw new UserError(`--list ${list} is no number`, { expected: '1, 2, …' })
}

function chooseLists({ lists }: Plan, number: string | undefined, file: string): readonly PlannedList[] {
  if (number === undefined) return lists
  const list = lists[Number(number) - 1]
  if (list === undefined)
    throw new UserError(`has no list ${number}`, {
      file,
      expected: lists.length === 1 ? '1, the only one' : `1 to ${lists.length}`,
    })
  return [{ ...list, dialect: 'api' }]
}

const summary = ({ form, notes }: Plan, lists: readonly PlannedList[]): unknown => ({
  form,
  lists: lists.map(({ dialect, title, rows }) => ({ dialect, title, rows })),
  notes,
})

/** What a person has to look at, in the form of the catalog's other reviews; undefined where there is nothing. */
function doubtText(provider: string, lists: readonly PlannedList[]): string | undefined {
  const lines = lists.flatMap(({ dialect, rows }) =>
    rows
      .filter(({ isDoubtful }) => isDoubtful)
      .map(({ code, reason, others, zh, en, source }) =>
        [provider, dialect, code, '', [reason, ...others].join(' '), '', `${zh} ${en}`.trim(), source].join('\t'),
      ),
  )
  const head = ['provider', 'dialect', 'code', 'publisher', 'words', 'decision', 'text', 'source'].join('\t')
  return lines.length === 0 ? undefined : `${[head, ...lines.sort()].join('\n')}\n`
}

function writeAll(files: ReadonlyMap<string, string>, folder: string, isForced: boolean, { tell }: Terminal): void {
  const there = [...files.keys()].map((name) => join(folder, name)).find((path) => existsSync(path))
  if (there !== undefined && !isForced)
    throw new UserError('is there already', { file: there, expected: 'a new file, or --force' })
  for (const [name, text] of files) {
    const path = join(folder, name)
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    } catch (error) {
      throw new UserError(`cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, { file: path })
    }
    tell(`wrote ${path}`)
  }
}

function report(
  lists: readonly PlannedList[],
  { source, out }: ImportOptions,
  isGuess: boolean,
  { tell }: Terminal,
): void {
  for (const { dialect, title, rows } of lists) {
    const doubtful = rows.filter(({ isDoubtful }) => isDoubtful).length
    const lines = rows.map(({ line }) => line)
    tell(
      `${dialect}${title === '' ? '' : ` (${title})`}: ${rows.length} codes, lines ${Math.min(...lines)} to ${Math.max(...lines)}; ${doubtful} reasons are doubtful`,
    )
  }
  const rows = lists.flatMap((list) => list.rows)
  const alone = rows.filter(({ zh, en }) => zh === '' || en === '').length
  if (lists.length > 1) tell('the lists have codes in common: --list takes one of them')
  if (source === undefined) tell('no row has a source, which the lint of the catalog refuses: --source URL')
  if (alone > 0 && source !== undefined && /^https?:/.test(source))
    tell(`${alone} rows have one language; the catalog wants both where the source is a page`)
  if (isGuess && out !== undefined)
    tell('the document shows no answer: --envelope code,message names the places of code and message')
}
