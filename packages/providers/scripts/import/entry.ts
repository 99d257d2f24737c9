import type { Hint } from './hints.ts'

/** One code as a published list has it. */
export interface Entry {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly path: string
  readonly provider?: string
  readonly dialect?: string
  readonly fixZh?: string
  readonly fixEn?: string
  readonly when?: string
  readonly hint?: Hint
  /** The part of the code that words may read, where the hint is another part of it. */
  readonly tail?: string
  /** What else is published of the code: words may read it, no cell shows it. */
  readonly aside?: string
  /** The text is the identifier, spelt out. */
  readonly names?: boolean
}

const han = /\p{Script=Han}/u

/** A published text for a cell: one line, no markup, at most two sentences. */
export function cellText(text: string, most = 240): string {
  let line = text
    .replace(/\u200b|\ufeff/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length > most) line = firstSentence(line, most)
  // A single sentence stands without its full stop.
  return /[。！？；].|[.!?;]\s/.test(line) ? line : line.replace(/[。.；;，,:：\s]+$/, '')
}

/** A published remedy for a cell: one short sentence; advice of several stays where it is published. */
export function remedyText(text: string | null | undefined): string {
  const line = (text ?? '').replace(/\s+/g, ' ').trim()
  const isPlain = line.length >= 4 && line.length <= 160 && !/https?:|\]\(|[`*#]{2}|^-|^\d\)|\[/.test(line)
  const ends = line.replace(/\b(?:e\.g|i\.e|etc)\./g, '').match(/[。！？]|[.!?](?=\s|$)/g) ?? []
  return isPlain && (ends.length === 0 || (ends.length === 1 && /[。！？.!?]$/.test(line))) ? cellText(line) : ''
}

/** The first sentence, where it fits; undefined text is cut nowhere else. */
function firstSentence(line: string, most: number): string {
  const ends = [...line.matchAll(/[。！？]|[.!?](?=\s)|；/g)].map((match) => match.index + 1)
  const end = ends.filter((one) => one <= most && one >= 12).at(0)
  return end === undefined ? '' : line.slice(0, end)
}

/** Puts a text where its script belongs. */
export function inLanguage(text: string): { zh: string; en: string } {
  return han.test(text) ? { zh: text, en: '' } : { zh: '', en: text }
}

/** `CANNOT_SET_URL_FIELD` and `ImageDecodeFailed` as words: `Cannot set url field`, `Image decode failed`. */
export function spellOut(identifier: string): string {
  const isCamel = /[a-z]/.test(identifier)
  const words = (isCamel ? identifier.replace(/([a-z\d])([A-Z])/g, '$1 $2') : identifier)
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[_.\-\s]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => (/^[A-Z][a-z]|^[A-Z]+$/.test(word) && !acronyms.has(word) ? word.toLowerCase() : word))
    .map((word) => (acronyms.has(word.toUpperCase()) ? word.toUpperCase() : word))
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const acronyms: ReadonlySet<string> = new Set(
  'API APN ASN CIDR CPU CSV DNS GCLID GTIN HTML HTTP HTTPS ID IDS IP JSON KYC MFA OTP PDF PIN QR SDK SKU SMS SQL SSL TLS TTL URI URL URLS UTF UUID VAT VPC XML YAML ZIP'.split(
    ' ',
  ),
)
