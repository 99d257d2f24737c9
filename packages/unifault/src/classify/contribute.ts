// Codes that no table knows, as rows that can be completed and contributed.
import type { Words } from '@unifault/providers/words'
import type { UnknownCode } from './tally.ts'

const header = 'code\treason\tzh\ten\twhen\tsource'
const escapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\\': '\\\\' }

/** What the words of an unknown code most likely mean. */
export function proposalOf({ code, message, status }: UnknownCode, words: Words): ReturnType<Words['read']> {
  return words.read({ code, status: status ?? NaN, ...(message !== undefined && { message }) })
}

/**
 * A table for each dialect: the reason that the words propose, the platform's words, and no source. The catalog's lint refuses a row
 * until a person has filled in what is missing.
 */
export function contributionOf(codes: readonly UnknownCode[], words: Words): string {
  const tables = Map.groupBy(codes, ({ provider, dialect, host }) =>
    host === undefined
      ? `packages/providers/catalog/${provider}/${dialect ?? '<dialect>'}.tsv`
      : `${host}: no provider judges it yet`,
  )
  return [...tables]
    .map(([name, all]) => {
      const rows = all.toSorted((a, b) => compare(a.code, b.code)).map((one) => rowOf(one, words))
      return `# ${name}\n${[header, ...rows].join('\n')}\n`
    })
    .join('\n')
}

function rowOf(one: UnknownCode, words: Words): string {
  const { code, message = '' } = one
  const isChinese = /\p{Script=Han}/u.test(message)
  return [code, proposalOf(one, words)?.reason ?? '', isChinese ? message : '', isChinese ? '' : message, '', '']
    .map((cell) => cell.trim().replace(/[\t\n\\]/g, (sign) => escapes[sign] ?? sign))
    .join('\t')
}

/** The order of the tables: numbers by their value, then words by code point. */
function compare(a: string, b: string): number {
  const [aIsNumber, bIsNumber] = [isInteger(a), isInteger(b)]
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1
  return aIsNumber ? Number(a) - Number(b) : Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function isInteger(code: string): boolean {
  return /^(?:0|-?[1-9]\d{0,14})$/.test(code)
}
