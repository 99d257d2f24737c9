import { cellText, remedyText, type Entry } from '../entry.ts'
import { readMarkdownTables } from '../forms/markdown-tables.ts'
import { plain } from '../forms/markdown-sections.ts'
import { type TableRow, readRstTables } from '../forms/rst-tables.ts'
import { hintOfName } from '../hint-of-name.ts'
import { hintOfStatus } from '../hints.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Sources } from '../source.ts'

/** The cell of the first column whose caption matches. */
export function cellOf(row: TableRow, caption: RegExp): string {
  const found = Object.keys(row).find((one) => caption.test(one))
  return found === undefined ? '' : row[found]!.trim()
}

export function readTables(
  snapshot: Snapshot,
  files: RegExp,
  tables: (text: string) => TableRow[],
  entryOf: (row: TableRow, path: string) => Entry | undefined,
): Entry[] {
  return [...snapshot.read(snapshot.list(files))].flatMap(([path, text]) =>
    tables(text)
      .map((row) => entryOf(row, path))
      .filter((entry) => entry !== undefined),
  )
}

const rst = (text: string): string =>
  plain(
    text
      .replace(/:ref:`([^<`]*)(?:<[^>]*>)?`/g, '$1')
      .replace(/`([^<`]*) ?<[^>]*>`__?/g, '$1')
      .replace(/\\ ?/g, ''),
  )

/** Messages that say less than the description beside them. */
const says =
  /^(?:A system exception occurred|Request error|System (?:error|exception)|Error|Internal (?:error|server error|service error)|Operation failed|Failed|Unknown error)\b/i

const otherThanRequest =
  /permission|unauthori[sz]ed|authori[sz]|authenticat|token|credential|privilege|access denied|quota|balance|frequen|too many requests|internal|tim(?:ed?|ing)[ -]?out|system (?:error|busy|exception)|server|service (?:un|is)|unavailable|database|try again/i

function telekomEntry(row: TableRow, path: string): Entry | undefined {
  const code = rst(cellOf(row, /error codes?/i))
  // Some codes come with several statuses: none of them is a hint.
  const statuses = [...cellOf(row, /status|response code/i).matchAll(/\b[1-5]\d\d\b/g)].map(Number)
  const status = statuses.length === 1 ? statuses[0]! : 0
  if (!/^[A-Za-z][A-Za-z-]*\.(?:[A-Z]+\.)?[A-Z]?\d+$/.test(code) || statuses.some((one) => one < 400)) return undefined
  const message = cellText(rst(cellOf(row, /message|information|returned/i)))
  const description = cellText(rst(cellOf(row, /description|meaning|cause/i)))
  const en = message === '' || (says.test(message) && description !== '') ? description : message
  // Many of its services answer 400 to whatever went wrong.
  const hint = status === 400 && otherThanRequest.test(`${message} ${description}`) ? undefined : hintOfStatus(status)
  return {
    code,
    zh: '',
    en,
    path,
    fixEn: remedyText(rst(cellOf(row, /solution|measure|suggest|handling|procedure/i))),
    aside: en === message ? description : message,
    ...(hint && { hint }),
  }
}

/** Captions of Alibaba Cloud's tables, in both languages. */
const captions = {
  code: /^(?:错误码|错误代码|error ?code|errorcode)$/i,
  status: /http|status|状态码/i,
  message: /^(?:错误信息|error ?message|message)$/i,
  description: /^(?:描述|说明|含义|description)$/i,
}

function aliyunEntry(row: TableRow, path: string): Entry | undefined {
  const code = cellOf(row, captions.code).replace(/\s+/g, '')
  if (!/^[A-Z][A-Za-z][\w.-]*$/.test(code) || !/[a-z]/.test(code)) return undefined
  const said = [cellOf(row, captions.message), cellOf(row, captions.description)].map((text) => cellText(text))
  const zh = said.find((text) => /\p{Script=Han}/u.test(text)) ?? ''
  const en = said.find((text) => /[a-z]{3}/i.test(text) && !/\p{Script=Han}/u.test(text)) ?? ''
  const hint = hintOfName(code) ?? hintOfStatus(Number(cellOf(row, captions.status)))
  return { code, zh, en, path, ...(hint && { hint }) }
}

/** Documents of clouds, one repository for each service: `--repository` names the one that is read. */
export const cloudSources: Sources = {
  'open-telekom-cloud': {
    repository: 'opentelekomcloud-docs/*',
    provider: 'open-telekom-cloud',
    dialect: 'api',
    read: (snapshot) =>
      readTables(
        snapshot,
        /^(?:doc\/dev-guide|api-ref)\/source\/.*error_codes?[^/]*\.rst$|\/error_codes\/[^/]+\.rst$/,
        readRstTables,
        telekomEntry,
      ),
  },
  aliyun: {
    repository: 'AlibabaCloudDocs/*',
    provider: 'aliyun',
    dialect: 'rpc',
    read: (snapshot) =>
      readTables(snapshot, /^(?:cn\.zh-CN|intl\.zh-CN|intl\.en-US)\/.+\.md$/, readMarkdownTables, aliyunEntry),
  },
}
