/**
 * The redaction for servers and workers. It also knows a piece of a secret again, and secrets that are encoded in
 * base64, hexadecimal digits or lists of byte values.
 */
import { eachValue, fold, unescapeAll } from './find.ts'
import { isOpaque } from './names.ts'
import type { Redact, RequestText, RequestView } from './request.ts'
import { finder, type Find, redactorOf } from './small.ts'

/** A piece of this length is known again. */
const gram = 10

/** All pieces of a form, or every fifth and the last. */
function piecesOf(form: string, step: number): string[] {
  const pieces = [form.slice(-gram)]
  for (let at = 0; at + gram < form.length; at += step) pieces.push(form.slice(at, at + gram))
  return pieces
}

/**
 * Pieces of a secret that can't be words: ten letters and digits with a digit or a change of case. Of a value that is
 * opaque as a whole they run across its separators.
 */
function addPieces(pieces: Set<string>, text: string, isStrong: boolean): void {
  const isWhole = isOpaque(text) || (isStrong && /^(?=.*\d)[\w+/=.~-]{10,}$/.test(text))
  for (const run of isWhole ? [text.replace(/[^\p{L}\p{N}]+/gu, '')] : (text.match(/[A-Za-z\d]{10,}/g) ?? []))
    for (const piece of piecesOf(run, 1))
      if (/\d/.test(piece) ? isWhole || /\D/.test(piece) : /[a-z][A-Z](?![a-z]{2})|[A-Z]{2}[a-z]/.test(piece)) pieces.add(fold(piece)[0])
}

/** The forms of an encoded secret: hexadecimal digits, byte values, and base64 of it alone and behind one or two bytes. */
function encodings(text: string): string[] {
  let binary = ''
  let digits = ''
  let list = ''
  for (const byte of new TextEncoder().encode(text)) {
    binary += String.fromCharCode(byte)
    digits += byte.toString(16).padStart(2, '0')
    list += String(byte)
  }
  // Without the characters that neighbours change.
  const base64 = ['', ' ', '  '].map((before) => btoa(before + binary).slice(Math.ceil((before.length * 4) / 3)).replace(/.={1,2}$/, ''))
  return [digits, list, ...base64].map((form) => form.toLowerCase().replace(/[^a-z\d]+/g, '')).filter((form) => form.length > 5)
}

/** What the request says where it is no secret: pieces of its plain texts, and of what stands beside the named values. */
function plainPieces(texts: readonly RequestText[]): Set<string> {
  const pieces = new Set<string>()
  for (const [text, kind] of texts) {
    if (/secret|opaque|header/.test(kind)) continue
    const whole = unescapeAll(text)
    let rest = ''
    let last = 0
    if (kind !== 'plain')
      eachValue(whole, kind === 'form', (value, _isStrong, at) => {
        if (at < last) return
        rest += `${whole.slice(last, at)}\n`
        last = at + value.length + 1
      })
    for (const piece of piecesOf(fold(rest + whole.slice(last))[0], 1)) pieces.add(piece)
  }
  return pieces
}

function deepFinder(texts: readonly RequestText[]): Find {
  const pieces = new Set<string>()
  const encoded = new Set<string>()
  const values: string[] = []
  let plain: Set<string> | undefined
  const isPlain = (form: string): boolean => (plain ??= plainPieces(texts)).has(form.slice(0, gram))
  const find = finder(texts, isPlain, (text, isStrong) => {
    values.push(text)
    addPieces(pieces, text, isStrong)
  })
  return (line, hide) => {
    find(line, hide)
    const [whole, form, at] = line
    if (packed.test(whole)) for (const text of values.splice(0)) for (const one of encodings(text)) for (const piece of piecesOf(one, 5)) encoded.add(piece)
    for (let from = 0; from + 6 <= form.length; from++)
      for (let length = encoded.size ? 6 : gram; length <= gram; length++) {
        const piece = form.slice(from, from + length)
        if ((encoded.has(piece) || pieces.has(piece)) && !isPlain(piece)) hide(at[from] as number, (at[from + length - 1] as number) + 1)
      }
  }
}

/** Words that may be an encoded value, escapes, and rows of short words. */
const packed = /(?=[\w+/-]{8})[A-Za-z+/_-]*(?:\d|[a-z][A-Z](?![a-z]{2}))|[%&\\]|(?:\b\w{1,3}\W+){4}|\b\w{1,3}[^\w\s]\w{1,3}\b/

export const redactor: (request: RequestView) => Redact = redactorOf(deepFinder, packed)
