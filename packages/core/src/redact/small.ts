/**
 * The redaction for browsers, and what it shares with the deeper one for servers: the secrets of a request are
 * gathered when a text comes that may hold one, found in it in normal form, and exactly what matched is blotted.
 */
import { copied, eachSecret, eachValue, fold, type Folded, mayCarry, oneLine, unescapeAll } from './find.ts'
import { isOpaque, readRequest, type Redact, type RequestText, type RequestView } from './request.ts'

/** From this length on a value is found anywhere, below it only as a whole word. */
const gram = 10
/** Of all texts of one error. */
const mostLooked = 65_536

/** Tells where a line, unescaped and in normal form, holds something secret. One that was cut off may end within it. */
export type Find = (plain: string, folded: Folded, isCut: boolean, hide: (from: number, to: number) => void) => void

/** Credentials by their own shape. A scheme's name before an ordinary word is a sentence. */
const tokens =
  /\b(?:Bearer|Basic|Digest) +(?=[\w.~+/-]*(?:[\d=]|[a-z][A-Z](?![a-z]{2})))[\w.~+/=-]{6,}|\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}|-----BEGIN .*?(?:-----END [^-]{1,64}-----|$)|\b(?:sk|pk|rk|whsec)[-_](?:(?=[\w-]*[\d*])|(?:proj|live|test)[-_])[\w*-]{8,}|\b(?:A[KS]IA|LTAI|AKID|AIza)[\w-]{8,}|\b(?:gh[opsur]|github_pat|xox[abeoprs]|glpat|hf)[-_][\w-]{6,}/gs

/** Whether a word ends between two characters. Scripts without blanks between words have an end everywhere. */
function isEdge(text: string, at: number): boolean {
  const both = text.slice(at - 1, at + 1)
  return both.length < 2 || /[^\p{L}\p{N}]|[\u2E80-\uFFFF]/u.test(both)
}

/**
 * Finds the secrets of a request as a whole. A value that is secret for its looks is none if `isPlain` says that it
 * also stands where the request is no secret. `also` is told each secret. Undefined where there is none.
 */
export function finder(
  texts: readonly RequestText[],
  isPlain: (form: string) => boolean,
  also?: (text: string, isStrong: boolean, asSent: string, form: string) => void,
): Find | undefined {
  const known = new Map<string, boolean>() // their forms, and whether they are secret by their name
  let room = 4 * mostLooked
  function add(value: string, isStrong: boolean): void {
    const text = unescapeAll(value.slice(0, 8192)).replace(/^[\s"]{1,99}|[\s"]{1,99}$/g, '')
    if ((room -= text.length) < 0) return
    if (isStrong || isOpaque(text)) {
      const { form } = fold(text)
      if (form.length < 4 || /^(?:true|false|null|undefined|none)$/.test(form)) return
      known.set(form, isStrong || known.get(form) === true)
      also?.(text, isStrong, value, form)
    } else text.match(/[\w+=-]{8,}/g)?.forEach((run) => run !== text && add(run, false))
  }
  eachSecret(texts, add)
  if (known.size === 0) return undefined

  let work = 1e6 // for all texts of an error
  return (plain, { form, at }, isCut, hide) => {
    known.forEach((isStrong, one) => {
      for (let from = -1; work-- > 0 && (from = form.indexOf(one.slice(0, gram), from + 1)) >= 0;) {
        const end = (at[from + one.length - 1] ?? plain.length - 1) + 1
        const isHere = form.startsWith(one, from) || (isCut && one.startsWith(form.slice(from)))
        const isWhole = one.length >= gram || (isEdge(plain, at[from] as number) && isEdge(plain, end))
        if (isHere && isWhole && (isStrong || !isPlain(one))) hide(at[from] as number, end)
      }
    })
    if (work < 0) hide(0, plain.length) // what can't be compared is not shown
  }
}

/** Hides what stands in a line under a name that carries a secret. After a mere colon a word is a sentence: `Invalid token: malformed`. */
function hideNamed(line: string, hide: (from: number, to: number) => void): void {
  eachValue(line, (value, isStrong, at, lead) => {
    const word = /^[^\s&"',;]{4,}/.exec(value)?.[0] ?? ''
    const from = line.indexOf(word, at)
    if (isStrong ? /=/.test(lead) || /\d|.{16}/.test(word) : isOpaque(word)) hide(from, from + word.length)
  })
}

/** What stands between letters and digits, signs that are escaped included. What tells of other letters stays. */
const between =
  /(?:\\|%(?:25){0,5}5c){1,9}(?:u00[0-7][\da-f]|[nrt"/])|%(?:25){0,5}(?![c-f]|25)[\da-f]{2}|[^a-z\d%\\&#\u0080-\uFFFF]+/g

/** What stands for letters beyond ASCII. */
export const notAscii: RegExp = /[^\0-~]|%25|%[c-f]|\\u|&#/

/** Whether a line may hold something of the request's. For most errors no word of it stands in the request: then nothing is searched. */
function mayHold(line: string, raw: string): boolean {
  const isPlain = !/[^ -~]/.test(line)
  if (!isPlain && notAscii.test(raw)) return true
  const text = (isPlain ? line : line.normalize('NFKD')).toLowerCase()
  const words = text.match(/[a-z\d]+/g) ?? []
  const signs = words.join('')
  let at = 0
  return words.some((word) => {
    // A short word with what follows it, since together they may be a secret that is spaced; a long one in parts.
    for (let from = 0; from === 0 || from + 4 <= word.length; from += 5) {
      const part = word.length < 4 ? signs.slice(at, at + 4) : word.length < 6 ? word : word.slice(from, from + 5)
      if (part.length > 3 && raw.includes(part)) return true
    }
    at += word.length
    return false
  })
}

/** The small letters and digits of a text. What parts cookies is taken out first: that is faster than an expression. */
function stripped(text: string): string {
  return text.toLowerCase().replaceAll('; ', '').replaceAll('=', '').replace(between, '')
}

/** What stands in a request where it may be a secret: small letters and digits, a line for each text. */
function signsOf(texts: readonly RequestText[]): string {
  let signs = ''
  for (const one of texts) {
    const found = !one.isPart && mayCarry(one) ? stripped(one.text) : ''
    if (found.length > 3) signs += `${found}\n` // a value of less than 4 letters and digits is no secret
  }
  return signs
}

/** A line, or its beginning where it is cut, with `*` in the place of what `search` hides, and of what stands under a name. */
function blotted(line: string, plain: string, isCut: boolean, search: Find | undefined): string {
  let shown = line
  const hide = (from: number, to: number): void => {
    while (plain[from - 1] === '\0') from--
    shown = shown.slice(0, from) + '\0'.repeat(to - from) + shown.slice(to)
  }
  search?.(plain, fold(plain), isCut, hide)
  hideNamed(line, hide)
  return shownOf(shown, isCut).replace(/\0+/g, '*')
}

/** What was cut off may be the end of a secret, of which the beginning is no longer known. */
function shownOf(line: string, isCut: boolean): string {
  return isCut ? line.slice(0, line.length / 4) : line
}

/** What stands between a name and a value. */
const namesValue = /=|:(?!\/\/)/

/** Makes the redaction of one request's errors. `mayEncode`: whether a line may hold an encoding of what stands in a text. */
export function redactorOf(
  find: (texts: readonly RequestText[]) => Find | undefined,
  mayEncode?: (line: string, raw: string, texts: readonly RequestText[]) => boolean,
): (request: RequestView) => Redact {
  return (request) => {
    let texts: RequestText[] | undefined
    let raw = ''
    let search: Find | undefined
    let budget = mostLooked
    function redact(text: string, most: number): string {
      const looked = text.slice(0, Math.min(16 * most, budget))
      const line = oneLine(looked).slice(0, 4 * most)
      budget -= line.length
      if (!texts) {
        texts = readRequest(request)
        raw = signsOf(texts)
      }
      const isCut = looked.length < text.length || line.length === 4 * most
      const plain = unescapeAll(line, '\0')
      const mayHide =
        raw !== '' && (search !== undefined || plain !== line || mayHold(line, raw) || mayEncode?.(line, raw, texts))
      if (mayHide) {
        search ??= find(texts)
        if (!search) raw = '' // nothing in the request is a secret
      }
      const isNamed = namesValue.test(line)
      const shown =
        mayHide || isNamed ? blotted(line, plain, isCut, mayHide ? search : undefined) : shownOf(line, isCut)
      const clean = shown.replace(tokens, '*')
      return copied(isCut || clean.length > most ? `${clean.slice(0, most - 1)}…` : clean).toWellFormed()
    }
    return (text, most = 512) => {
      try {
        return redact(text, most)
      } catch {
        return '*'
      }
    }
  }
}

export const redactor: (request: RequestView) => Redact = /* @__PURE__ */ redactorOf((texts) => {
  const plain = texts.map(({ text, kind }) => (kind === 'plain' || kind === 'path' ? text : '')).join('\n')
  return finder(texts, (form) => fold(plain).form.includes(form))
})
