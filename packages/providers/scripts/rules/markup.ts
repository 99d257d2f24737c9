import { ofRows, prose, type TableRule } from './rule.ts'

const signs: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#124': '|',
  nbsp: ' ',
}

/** A text as a reader sees it: links by their words, lists as clauses, entities as their signs. Backticks mark code, and stay. */
function plainText(text: string): string {
  return text
    .replace(/&(?:amp;)?(lt|gt|amp|quot|nbsp|#39|#124);/g, (_entity, name: string) => signs[name] ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?(?:a|b|br|code|i|p|strong)(?: [^>]*)?\/?>/gi, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^\* +/, '')
    .replace(/[.;,]? +\* +(?=\p{Lu})/gu, '; ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Texts are plain: they are shown as they are. */
export const markup: TableRule = {
  check: ofRows((row) =>
    prose
      .filter((cell) => plainText(row[cell] ?? '') !== (row[cell] ?? '').trim())
      .map((cell) => `has markup in ${cell}`),
  ),
  fix: (rows) =>
    rows.map((row) => ({
      ...row,
      ...Object.fromEntries(prose.map((cell) => [cell, plainText(row[cell] ?? '')])),
    })),
}
