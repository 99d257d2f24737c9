/**
 * Finding values by the name before them, in any notation, and bringing texts into one line and one normal form, with
 * the way back to where each of its characters stands.
 */
import { attempt, rank, type RequestText } from './request.ts'

// ── One line ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Control sequences and control characters, line ends, and blanks of all widths. */
// oxlint-disable-next-line no-control-regex -- these are what must go
const blanks = /\u001B\[[0-?]*[ -/]*[@-~]|\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[\p{Cc}\p{Z}]/gu
/** What takes no room on a screen: bidi, joiners, fillers, selectors, tags. */
const invisible = /[\p{DI}\p{Cf}]/gu

/** What most texts don't have: they are such a line already, in ASCII, Chinese, Japanese or Korean. */
const unlikeLine = /[^ -~\u3001-\u3029\u3041-\u3096\u30A1-\u30FA\u3400-\u9FFF\uAC00-\uD7A3\uFF01-\uFF5E]| {2}/

/** A text as one printable line. */
export function oneLine(text: string): string {
  if (!unlikeLine.test(text)) return text.trim()
  return text.replace(blanks, ' ').replace(invisible, '').replace(/ {2,}/g, ' ').trim()
}

/** A copy of its own: a mere slice of a large text would keep all of it alive. */
export function copied(text: string): string {
  return ` ${text}`.slice(1)
}

/** A request id as it may be shown. It is never compared with secrets, so that it is never lost. */
export function cleanId(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const id = oneLine(text.slice(0, 1024))
  return /^[\w.:/+=@|-]{1,200}$/.test(id) ? copied(id) : undefined
}

// ── The normal form ──────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Percent, JavaScript and HTML escapes: of UTF-8 (1), a decimal number (2), a sign by name (3) or behind a backslash (4);
 * else hexadecimal. `\0` is what the layer before was filled with: its signs may have been escaped themselves.
 */
const escapes =
  /(%\0{0,9}[c-f]\0{0,9}[\da-f](?:\0{0,9}%\0{0,9}[89ab]\0{0,9}[\da-f])+|%\0{0,9}[0-7]\0{0,9}[\da-f])|&\0{0,9}#(\d{1,8})(?:\0{0,9};)?|&(amp|quot|apos|lt|gt|nbsp|shy)\0{0,9};|\\(["'\\/nrt])|\\x[\da-f]{2}|[%\\]u[\da-f]{4}|(?:&\0{0,9}#x|\\u\{)[\da-f]{1,8}(?:\0{0,9}[;}])?/gi
const signs: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', n: '\n', r: '\n', t: ' ' }

/** An echo of an echo of an echo is rarely deeper. */
export const layers = 6

/** A text with a layer of escapes decoded; with `fill` before each, as many as keep every character where it was. */
export function unescape(text: string, fill: string): string {
  return text.replace(escapes, (whole: string, bytes?: string, decimal?: string, name?: string, sign?: string) => {
    const decoded = attempt(() => {
      if (bytes) return decodeURIComponent(bytes.replace(/\0/g, ''))
      const key = name || sign
      if (key) return signs[key.toLowerCase()] ?? (sign || ' ')
      return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(whole.replace(/^[&\\%#xu{\0]+/i, ''), 16))
    })
    return (decoded ?? ' ').padStart(whole.length, fill)
  })
}

/** What an escape begins with. */
const mayEscape = /[%&\\]/

/** A text with its escapes decoded, layer by layer. */
export function unescapeAll(text: string, fill = ''): string {
  for (let layer = 0, last = ''; layer < layers && text !== last && mayEscape.test(text); layer++) {
    last = text
    text = unescape(text, fill)
  }
  return text
}

/**
 * The letters and digits of a text, small, without accents and without all that stands between them; and where in the
 * text each of them stands. Texts that hold the same have it in common, however it was spaced or capitalised.
 */
export function fold(text: string): Folded {
  let form = ''
  const at: number[] = []
  for (const match of text.matchAll(/[A-Za-z\d]+|(?!\p{DI})[\p{L}\p{N}\p{M}]/gu)) {
    form += match[0].normalize('NFKD').toLowerCase()
    for (let unit = 0; at.length < form.length; unit++) at.push(match.index + Math.min(unit, match[0].length - 1))
  }
  return { form, at }
}

export interface Folded {
  readonly form: string
  readonly at: readonly number[]
}

// ── Names and their values ───────────────────────────────────────────────────────────────────────────────────────

/**
 * The last character of a name that a value may follow, and behind it (1) the name. Only that character is consumed:
 * names in the value are found too, and a name costs nothing by its length.
 */
const names = /[\p{L}\p{N}_](?=["'[\]]|\s{0,9}[:=>]|(?<=<[^\s<>]{1,64})\s)(?<=([\p{L}\p{N}_$.%[\]-]{1,64}))/gu
/**
 * What leads from a name to its value: `:` or `=`, with brackets, quotes and blanks about; the end of an element's tag,
 * with tags inside and CDATA; or, of a quoted name that is itself a value, the word `value`, or a blank line.
 */
const leads =
  /[[\]"']{0,4}\s{0,9}(?:[:=]>?\s{0,99}(?:[|>][+-]?\s{1,99}|\{\s{0,9}"?value"?:\s{0,9})?|(?:(?<=<[^\s<>]{1,64})\s[^<>]{0,200})?(?<!<\/[^<>]{0,99})>(?:\s{0,99}<[^<>!/][^<>]{0,99}>){0,2}\s{0,99}(?:<!\[CDATA\[)?|(?<=["']\s{0,9})(?:[^<>{}]{0,200}?\bvalue["']?\s?[:=]\s?|[^\r\n]{0,200}(?:\r?\n[\w-]{1,64}:[^\r\n]{0,200}){0,4}\r?\n\r?\n))/y
/** A value: in quotes (1, 2), in brackets (3), of an element, of a part of a multipart body, or to the end of the line or pair. */
const values =
  /"((?:[^"\\]|\\.){0,8192})|'([^']{0,8192})|([[{][^\]}]{0,8192})|(?<=CDATA\[)(?:[^\]]|\](?!\]>)){1,8192}|(?<=>\s{0,99})[^<]{1,8192}|(?<=\n\r?\n)(?:[^\r\n]|\r?\n(?!--(?!---END ))){1,8192}|[^\s"'<>&,;(){}[\]$][^\r\n"'<>&,;(){}[\]]{0,8192}/sy
const formValue = /[^&\r\n[{"][^&\r\n]{0,8192}/y
/** What stands in brackets, with what is before it. */
const leaves = /([:[,]\s{0,9}["']?)((?<=")(?:[^"\\]|\\.){4,8192}|[^\s"',:{}[\]]{4,8192})/g
const nameAfterValue = /["'],?\s{0,9}["']?(?:name|key)["']?\s?[:=]\s?["']([^"']{1,64})/y

/** What an expression matches at a place. */
function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}

/** Visits each value of a text that a sensitive name announces, where it stands, and what led to it. Linear in the text. */
export function eachValue(
  text: string,
  visit: (value: string, isStrong: boolean, at: number, lead: string) => void,
): void {
  const isForm = /^[^\s"'<>{}=:]{1,100}=/.test(text)
  // Values within a run or a bracket are read again, but not without end: that keeps the work linear.
  let end = 0
  let nested = 0
  for (const match of text.matchAll(names)) {
    const name = match[1] as string
    const isValue = /^value$/i.test(name)
    let level = rank(unescapeAll(name))
    let at = match.index + match[0].length
    const lead = level > 0 || isValue ? (matchAt(leads, text, at)?.[0] ?? '') : ''
    at += lead.length
    nested = at < end ? nested + 1 : 0
    const isPair = isForm && lead.includes('=')
    if (lead === '' || (nested > 8 && (isPair || !/["']/.test(text[at] as string)))) continue
    const found = (isPair ? matchAt(formValue, text, at) : null) ?? matchAt(values, text, at)
    if (found === null) continue
    const whole = found[0]
    const quoted = found.at(1) ?? found.at(2) // a form's value has no groups, and an index may be inherited
    const inner = found.at(3)
    const to = at + whole.length
    if (quoted === undefined) end = to
    if (isValue) level = rank(matchAt(nameAfterValue, text, to)?.[1] ?? '')
    if (level === 0) continue
    if (inner === undefined) {
      // A line may go on with another pair.
      visit(quoted ?? (whole.split(/\s[\w.-]{1,64}[=:]/, 1)[0] as string), level > 1, at, lead)
    } else {
      const isList = /^\[\s{0,9}[^\s{]/.test(whole)
      for (const leaf of inner.matchAll(leaves)) {
        const value = leaf[2] as string
        if (isList || leaf[0].startsWith(':'))
          visit(value, level > 1 && (isList || /\d/.test(value)), at + leaf.index, lead)
      }
    }
  }
  for (const { 0: whole, 1: password = '', index } of text.matchAll(/:\/\/[^\s/:@]{0,256}:([^\s/@]{1,256})@/g))
    visit(password, true, index + whole.lastIndexOf(password), '@')
}

const plainPairs = /^\??(?:[\w.-]+=[\w.-]*(?:&|$))*$/

/** Whether a text of a request may hold a secret. Most queries are plain pairs under names that announce none. */
export function mayCarry({ text, kind }: RequestText): boolean {
  if (kind === 'plain' || kind === 'path') return false
  if (kind !== 'text' || !plainPairs.test(text)) return true
  let at = text.startsWith('?') ? 1 : 0
  do {
    if (rank(text.slice(at, text.indexOf('=', at))) > 0) return true
    at = text.indexOf('&', at) + 1
  } while (at > 0)
  return false
}

/** Visits the secrets of a request. */
export function eachSecret(texts: readonly RequestText[], visit: (value: string, isStrong: boolean) => void): void {
  texts.forEach(({ text, kind }) => {
    if (kind === 'secret' || kind === 'opaque') return visit(text, kind === 'secret')
    if (kind === 'plain' || kind === 'path') return
    const isHeader = kind === 'header'
    let layer = isHeader ? text.replace(/[;,] */g, '&') : text
    if (isHeader) layer.split(/[\s&]/).forEach((run) => visit(run.replace(/^[^=]*=(?=[^=])/, ''), false))
    for (let last = '', depth = 0; layer !== last && depth < layers; depth++) {
      eachValue(layer, visit)
      last = layer
      layer = unescape(layer, '')
    }
  })
}
