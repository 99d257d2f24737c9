import { cellText, type Entry } from '../entry.ts'
import { readMarkdownTables } from '../forms/markdown-tables.ts'
import { plain } from '../forms/markdown-sections.ts'
import { readPatterns } from '../forms/patterns.ts'
import { hintOfName } from '../hint-of-name.ts'
import { auth, hint, hinted, hintOfStatus } from '../hints.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Sources } from '../source.ts'
import { cellOf, readTables } from './clouds.ts'

/** Of one code the first entry: its first text stands for all. */
function firstPerCode(entries: readonly Entry[]): Entry[] {
  const byCode = new Map<string, Entry>()
  for (const entry of entries) if (!byCode.has(entry.code)) byCode.set(entry.code, entry)
  return [...byCode.values()]
}

/** The numbers of a block of constants of Go: the first says where `iota` begins, each of the others is one more. */
function numbersOf(text: string): Map<string, string> {
  const numbers = new Map<string, string>()
  for (const [, block = ''] of text.matchAll(/^const \(\n([^)]*)\)/gm)) {
    let next = Number.NaN
    for (const line of block.split('\n')) {
      const [, name, first] = /^\t(\w+)(?:\s+ID = (\d+) \+ iota)?/.exec(line) ?? []
      if (name === undefined) continue
      next = first === undefined ? next + 1 : Number(first)
      if (!Number.isNaN(next)) numbers.set(name, String(next))
    }
  }
  return numbers
}

/** The errors that forms show: `text/id.go` numbers them, the functions beside it have their words. */
function readOryMessages(snapshot: Snapshot): Entry[] {
  const numbers = numbersOf([...snapshot.read(snapshot.list(/^text\/id\.go$/)).values()].join('\n'))
  return readPatterns(
    snapshot,
    /^text\/message_\w+(?<!_test)\.go$/,
    /ID:\s+(?<name>Error\w+),\s+Text:\s+(?:fmt\.Sprintf\(\s*)?"(?<text>(?:[^"\\]|\\.)*)"/g,
    ({ name = '', text = '' }, path) => {
      const code = numbers.get(name)
      const en = cellText(text.replace(/\\"/g, '"').replace(/%[\d.]*[a-z]/g, '…'))
      return code === undefined || en === ''
        ? undefined
        : { code, zh: '', en, path, tail: name.replace(/^ErrorValidation/, ''), ...hinted(hintOfName(name)) }
    },
  )
}

/** Interfaces of single platforms, each with a list of its own form. */
export const platformSources: Sources = {
  camara: {
    repository: 'camaraproject/Commonalities',
    provider: 'camara',
    dialect: 'api',
    read: (snapshot) =>
      firstPerCode(
        readPatterns(
          snapshot,
          /^artifacts\/common\/CAMARA_common\.yaml$/,
          /status: (?<status>\d{3})\s+code: (?<code>[A-Z][A-Z_.]+)\s+(?:#.*\s+)*message: "?(?<text>[^"\r\n]+)"?\s/g,
          ({ status, code = '', text = '' }, path) => ({
            code,
            zh: '',
            en: cellText(text),
            path,
            ...hinted(hintOfName(code) ?? hintOfStatus(Number(status))),
          }),
        ),
      ),
  },
  woocommerce: {
    repository: 'woocommerce/woocommerce-rest-api',
    provider: 'woocommerce',
    dialect: 'api',
    read: (snapshot) =>
      firstPerCode(
        readPatterns(
          snapshot,
          /^src\/.+\.php$/,
          /'(?<code>woocommerce_rest_[a-z_]+)',\s*(?:sprintf\(\s*)?__\(\s*(?<quote>['"])(?<text>.*?)\k<quote>,\s*'woocommerce-rest-api'\s*\)[^;]*?(?:'status'\s*=>\s*|,\s*)(?:(?<status>[45]\d\d)|rest_authorization_required_code)/g,
          ({ code = '', text = '', status }, path) => ({
            code,
            zh: '',
            en: cellText(text.replace(/%(?:\d\$)?[sd]/g, '…')),
            path,
            tail: code.replace('woocommerce_rest_', ''),
            ...hinted(
              hintOfName(code) ??
                // 401 for a visitor, 403 for who is signed in.
                (status === undefined ? hint('permission-denied', auth) : hintOfStatus(Number(status))),
            ),
          }),
        ),
      ),
  },
  ory: { repository: 'ory/kratos', provider: 'ory', dialect: 'flow', read: readOryMessages },
  vimeo: {
    repository: 'vimeo/openapi',
    provider: 'vimeo',
    dialect: 'api',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^api\.yaml$/,
        /Error code (?<code>\d{4}): (?<text>(?:''|'(?=[a-z])|[^'"*\n\\])+)/g,
        // A sentence that the next line goes on with is none.
        ({ code = '', text = '' }, path) =>
          /\.\s*$/.test(text) ? { code, zh: '', en: cellText(text.replace(/''/g, "'")), path } : undefined,
      ),
  },
  agora: {
    repository: 'AgoraIO/Docs-Source',
    provider: 'agora',
    dialect: 'recording',
    read: (snapshot) =>
      readTables(snapshot, /^cloud-recording\/rest-api\/status-codes\.mdx$/, readMarkdownTables, (row, path) => {
        const code = /code: (\d+), reason/.exec(cellOf(row, /reason/))?.[1]
        const status = Number(/\d{3}/.exec(cellOf(row, /^Status/))?.[0])
        return code === undefined || status < 400
          ? undefined
          : { code, zh: '', en: cellText(plain(cellOf(row, /^Description/))), path, ...hinted(hintOfStatus(status)) }
      }),
  },
}
