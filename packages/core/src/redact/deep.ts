/**
 * The redaction for servers and workers. It also knows a piece of a secret again, and secrets that are encoded in
 * base64, hexadecimal digits or lists of byte values.
 */
import { eachValue, fold, layers, unescape, unescapeAll } from './find.ts'
import { attempt, isOpaque, type Redact, type RequestText, type RequestView } from './request.ts'
import { finder, type Find, notAscii, redactorOf } from './small.ts'

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
  const { form, at } = fold(text)
  let digit = -1 // the last one before the end of the piece
  for (let from = 1 - gram; from + gram <= form.length; from++) {
    const end = from + gram
    if (/\d/.test(form.charAt(end - 1))) digit = end - 1
    if (from < 0) continue
    if (isWhole && digit >= from) {
      pieces.add(form.slice(from, end))
      continue
    }
    const piece = text.slice(at[from], (at[end - 1] as number) + 1)
    const isWord = digit >= from ? /^\d+$/.test(piece) : !/[a-z][A-Z](?![a-z]{2})/.test(piece)
    if (!isWord && (isWhole || piece.length === gram)) pieces.add(form.slice(from, end))
  }
}

/** The forms of an encoded secret: hexadecimal digits, byte values, and base64 of it alone and behind one or two bytes. */
function encodings(text: string): string[] {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  let digits = ''
  for (const byte of bytes) {
    binary += String.fromCharCode(byte)
    digits += (byte + 256).toString(16).slice(1)
  }
  // Without the characters that neighbours change.
  const base64 = ['', ' ', '  '].map((before) =>
    btoa(before + binary)
      .slice(Math.ceil((before.length * 4) / 3))
      .replace(/.={1,2}$/, ''),
  )
  return [digits, bytes.join(''), ...base64.map((code) => code.replace(/[+/=]+/g, '').toLowerCase())]
}

/** A text with `*` for each value that a sensitive name announces. */
function withoutValues(text: string): string {
  let rest = ''
  let last = 0
  eachValue(text, (value, _isStrong, at) => {
    if (at < last || !/[\p{L}\p{N}]/u.test(value)) return // a mere backslash belongs to a quote of the next layer
    rest += `${text.slice(last, at)}*`
    last = at + value.length
  })
  return rest + text.slice(last)
}

/** What the request says where it is no secret: pieces of its plain texts, and of what stands beside the named values. */
function plainPieces(texts: readonly RequestText[]): Set<string> {
  const pieces = new Set<string>()
  for (const { text, kind } of texts) {
    if (/secret|opaque|header/.test(kind)) continue
    // Before a layer is unescaped: a quote that is escaped ends no value.
    let rest = text
    let last = kind === 'text' ? '' : text
    for (let depth = 0; rest !== last && depth < layers; depth++) {
      last = rest
      rest = unescape(withoutValues(rest), '')
    }
    for (const part of kind === 'path' ? rest.split('/') : [rest])
      for (const piece of piecesOf(fold(unescapeAll(part)).form, 1)) pieces.add(piece)
  }
  return pieces
}

/** The forms of all encodings of some values. */
function encodingsOf(values: readonly string[]): string[] {
  const whole: string[] = []
  for (const value of new Set(values.toSorted((a, b) => b.length - a.length)))
    // A part of what is encoded already, in all its three alignments, needs no more, unless it is short.
    if (value.length < 17 || !whole.some((longer) => longer.includes(value))) whole.push(value)
  return whole.flatMap(encodings)
}

function deepFinder(texts: readonly RequestText[]): Find | undefined {
  const secrets: { readonly text: string; readonly isStrong: boolean }[] = []
  const values: string[] = []
  /** What a text is searched for first: few texts hold a piece, and cutting all of them out costs the most. */
  let forms = ''
  /** A secret has more than printable ASCII. */
  let isWide = false
  let codes: string[] | undefined
  let pieces: Set<string> | undefined
  let plain: Set<string> | undefined
  const isPlain = (form: string): boolean => (plain ??= plainPieces(texts)).has(form.slice(0, gram))
  const find = finder(texts, isPlain, (text, isStrong, asSent, form) => {
    // Its percent signs may be its own, and a plus sign may be the blank of a form.
    const sent = asSent.slice(0, 8192)
    values.push(text, sent, attempt(() => decodeURIComponent(sent)) ?? text, text.replace(/\+/g, ' '))
    secrets.push({ text, isStrong })
    isWide ||= /[^\t\n\r -~]/.test(sent + text)
    forms += `${form}\n`
  })
  function mayHold(form: string): boolean {
    // Every piece has one of these halves whole.
    for (let half = 0; half + gram / 2 <= form.length; half += gram / 2)
      if (forms.includes(form.slice(half, half + gram / 2)))
        for (let from = Math.max(0, half - gram / 2); from <= half; from++)
          if (forms.includes(form.slice(from, from + gram)) && from + gram <= form.length) return true
    return codes?.some((code) => code.length < gram && form.includes(code)) === true
  }
  function cut(): Set<string> {
    const all = new Set<string>()
    for (const { text, isStrong } of secrets) addPieces(all, text, isStrong)
    for (const code of codes ?? []) for (const piece of piecesOf(code, 5)) all.add(piece)
    return all
  }
  return (
    find &&
    ((whole, folded, isCut, hide) => {
      find(whole, folded, isCut, hide)
      if (!codes && (isWide ? isPacked(whole) : mayEncode(whole, forms))) {
        codes = encodingsOf(values)
        forms += codes.join('\n')
        pieces = undefined
      }
      const { form, at } = folded
      if (!pieces && !mayHold(form)) return
      pieces ??= cut()
      for (let from = 0; from < form.length; from++)
        for (let length = codes ? 6 : gram; length <= gram; length++) {
          const piece = form.slice(from, from + length)
          if (pieces.has(piece) && !isPlain(piece))
            hide(at[from] as number, (at[from + piece.length - 1] as number) + 1)
        }
    })
  )
}

/** A mix of cases that words don't have. Most lines have none: then none of their runs is measured. */
const mixed = /[a-z\d][A-Z](?![a-z]{2})/
/** A run of base64 with such a mix. */
const mixedRun = /(?<![\w+/-])(?=[\w+/-]{8})[\w+/-]{0,8}?[a-z\d][A-Z](?![a-z]{2})|[\w+/-]{8}[a-z\d][A-Z](?![a-z]{2})/
/** Hexadecimal digits of letters, and rows of numbers. */
const digitRuns = /[2-7c-f][\da-fA-F]{7}|(?:\b[\da-fA-F]{2,3}\W{1,3}){4}/

/** Whether a line has what may be an encoded value. */
function isPacked(line: string): boolean {
  return digitRuns.test(line) || (mixed.test(line) && mixedRun.test(line))
}

/** A longer line is not decoded: the encodings of each secret are searched in it. */
const mostDecoded = 512

/** Stands between texts that are decoded each for itself. It is no ASCII, so that no word goes across it. */
const end = '\u0080'

/**
 * What a line says if it is read as an encoding, wherever one may begin and whatever stands between: as hexadecimal digits, as the
 * numbers of bytes, as base64. Most of it is nonsense.
 */
function decoded(line: string): string {
  let text = ''
  const digits = line.replace(/[^\da-z]+/gi, '')
  for (const { 0: run } of digits.matchAll(/[\da-f]{8,}/gi))
    for (let from = 0; from < 2; from++) {
      for (let at = from; at + 1 < run.length; at += 2)
        text += String.fromCharCode(Number.parseInt(run.slice(at, at + 2), 16))
      text += end
    }
  const numbers = line.match(/\d{1,3}/g) ?? []
  if (numbers.length > 3) text += `${String.fromCharCode(...numbers.map(Number))}${end}`
  for (const { 0: run } of line.matchAll(/[\w+/-]{6,}/g)) {
    const code = run.replace(/-/g, '+').replace(/_/g, '/')
    for (let from = 0; from < 4; from++)
      text += `${atob(code.slice(from, code.length - Number((code.length - from) % 4 === 1)))}${end}`
  }
  return text
}

/** Control characters, as they are or escaped, but those of lines. */
// oxlint-disable-next-line no-control-regex -- these are what is asked for
const control = /[\0-\u0008]|(?:(?:\\|5c)u00|%(?:25){0,5})[01]/i

/** Whether a line may hold an encoding of what stands in `signs`. Reading it as one costs less than encoding all that is secret. */
function mayEncode(line: string, signs: string, texts: readonly RequestText[] = []): boolean {
  if (!isPacked(line)) return false
  const plain = line.replace(/\0/g, '')
  if (plain.length > mostDecoded || notAscii.test(signs) || texts.some(({ text }) => control.test(text))) return true
  const said = decoded(plain).match(/[\t\n\r -~]{4,}/g) ?? []
  return said.some((text) => {
    const form = text.toLowerCase().replace(/[^a-z\d]+/g, '')
    for (let at = 0; at + 3 <= form.length; at++) if (signs.includes(form.slice(at, at + 3))) return true
    return false
  })
}

/** How texts are cleaned of what a request carried as a secret, with all encodings and pieces. */
export const redactor: (request: RequestView) => Redact = /* @__PURE__ */ redactorOf(deepFinder, mayEncode)

/** For the option `redact`, where a browser's bundle is to have it too. */
export { redactor as deep }
