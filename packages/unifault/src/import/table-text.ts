// Rows as a table of the catalog has them.

/** A row before it stands on a line. */
export interface TableRow {
  readonly code: string
  readonly reason: string
  readonly zh: string
  readonly en: string
  readonly fixZh: string
  readonly fixEn: string
  readonly source: string
}

const columns = ['code', 'reason', 'zh', 'en', 'when', 'source'] as const
const columnsWithRemedies = ['code', 'reason', 'zh', 'en', 'when', 'fix-zh', 'fix-en', 'source'] as const

const escapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\\': '\\\\' }

/** A table in the order of the catalog; the columns of remedies stand only where a row has one. */
export function tableText(rows: readonly TableRow[]): string {
  const hasRemedies = rows.some(({ fixZh, fixEn }) => fixZh !== '' || fixEn !== '')
  const names = hasRemedies ? columnsWithRemedies : columns
  const lines = rows.toSorted(byCode).map((row) => {
    const cells = { ...row, when: '', 'fix-zh': row.fixZh, 'fix-en': row.fixEn }
    return names.map((name) => cellOf(cells[name])).join('\t')
  })
  return `${[names.join('\t'), ...lines].join('\n')}\n`
}

/** Of what else a terminal might obey nothing is left: a page may have been written by anybody. */
function cellOf(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\\]/gu, (sign) => escapes[sign] ?? '')
}

const isNumber = (code: string): boolean => /^(?:0|-?[1-9]\d{0,14})$/.test(code)

/** Numbers by size, then words by code point. */
function byCode({ code: a }: TableRow, { code: b }: TableRow): number {
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1
  if (isNumber(a)) return Number(a) - Number(b)
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
