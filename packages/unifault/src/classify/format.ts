// What a file is, by its first bytes.
import { UserError } from '../errors.ts'

const formats = ['ndjson', 'json', 'har', 'curl'] as const

/**
 * `ndjson`: a record a line, pino's and nginx's too. `json`: an array of records, or records over several lines. `har`: what browsers
 * save. `curl`: what `curl -i` prints.
 */
export type Format = (typeof formats)[number]

/** As much of a file as tells what it is, in bytes. */
export const headSize = 65_536

/**
 * @param head the first bytes of the file
 * @throws UserError where they are of no form that is known
 */
export function formatOf(head: Uint8Array, file: string): Format {
  const text = new TextDecoder()
    .decode(head)
    .replace(/^\uFEFF/, '')
    .trimStart()
  // Nothing is no line at all: one empty file among several is no reason to read none.
  if (text === '') return 'ndjson'
  if (/^HTTP\/\d(?:\.\d)? \d{3}/.test(text)) return 'curl'
  if (/^\{\s*"log"\s*:\s*\{/.test(text)) return 'har'
  if (text.startsWith('[')) return 'json'
  const lines = text.split('\n').slice(0, -1)
  // A record without a line's end may be the whole file, or longer than the head.
  if (lines.length === 0 && text.startsWith('{')) return 'ndjson'
  if (lines.some(isRecordLine)) return 'ndjson'
  if (text.startsWith('{')) return 'json'
  throw new UserError('is of no known form', {
    file,
    expected: 'a HAR, JSON, a JSON object a line, or what `curl -i` prints',
  })
}

/**
 * What older shells of Windows write: a line of it would be no JSON, and nobody would see why.
 *
 * @throws UserError for a file that is UTF-16
 */
export function checkEncoding([first, second]: Uint8Array, file: string): void {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isMarked || (second !== undefined && (first === 0) !== (second === 0)))
    throw new UserError('is UTF-16', { file, expected: 'UTF-8' })
}

function isRecordLine(line: string): boolean {
  try {
    return line.trimStart().startsWith('{') && typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}
