import { join } from 'node:path'
import type { Coverage } from './coverage.ts'

const root = join(import.meta.dirname, '../../..')

/** The documents whose numbers are the catalog's. */
export const documents: readonly string[] = [
  'README.md',
  'README.zh-CN.md',
  'packages/providers/README.md',
  'packages/data/README.md',
].map((path) => join(root, path))

/** A text with the numbers that the catalog has now: of platforms and envelopes the very number, of rows whole thousands. */
export function withNumbers(text: string, coverage: readonly Coverage[]): string {
  const platforms = coverage.length
  const envelopes = coverage.reduce((sum, { dialects }) => sum + dialects.length, 0)
  const rows = coverage.reduce((sum, one) => sum + one.rows, 0)
  const thousands = (Math.floor(rows / 1000) * 1000).toLocaleString('en-US')
  return text
    .replace(/\b\d+(?= platforms\b)/g, String(platforms))
    .replace(/\b\d+(?= envelopes\b)/g, String(envelopes))
    .replace(/(?<=\bmore than )[\d,]+(?= (?:codes|rows)\b)/gi, thousands)
    .replace(/\d+(?= 个平台)/g, String(platforms))
    .replace(/\d+(?= 种响应格式)/g, String(envelopes))
    .replace(/(?<=超过 )[\d,]+(?= 个(?:有出处的)?错误码)/g, thousands)
}
