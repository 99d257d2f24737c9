/**
 * The redaction for browsers, and what it shares with the deeper one for servers: the secrets of a request are
 * gathered when a text comes that may hold one, found in it in normal form, and exactly what matched is blotted.
 */
import { eachSecret, eachValue, fold, type Folded, unescapeAll } from './find.ts'
import {
  attempt,
  copied,
  isOpaque,
  oneLine,
  readRequest,
  type Redact,
  type RequestText,
  type RequestView,
} from './request.ts'

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
  const known = new Map<string, Map<string, boolean>>() // by their beginning
  const lengths: number[] = [] // of those beginnings
  let room = 4 * mostLooked
  function add(value: string, isStrong: boolean): void {
    const text = unescapeAll(value.slice(0, 8192)).replace(/^[\s"]{1,99}|[\s"]{1,99}$/g, '')
    if ((room -= text.length) < 0) return
    if (isStrong || isOpaque(text)) {
      const { form } = fold(text)
      if (form.length < 4 || /^(?:true|false|null|undefined|none)$/.test(form)) return
      const head = form.slice(0, gram)
      const same = known.get(head) ?? new Map<string, boolean>()
      known.set(head, same.set(form, isStrong || same.get(form) === true))
      if (!lengths.includes(head.length)) lengths.push(head.length)
      also?.(text, isStrong, value, form)
    } else text.match(/[\w+=-]{8,}/g)?.forEach((run) => run !== text && add(run, false))
  }
  eachSecret(texts, add)
  if (known.size === 0) return undefined

  let work = 1e6 // for all texts of an error
  return (plain, { form, at }, isCut, hide) => {
    for (let from = 0; from + 4 <= form.length; from++)
      for (const length of lengths) {
        const same = known.get(form.slice(from, from + length))
        if (length < gram && same && !isEdge(plain, at[from] as number)) continue
        same?.forEach((isStrong, one) => {
          if (--work < 0) return
          const end = (at[from + one.length - 1] ?? plain.length - 1) + 1
          const isHere = form.startsWith(one, from) || (isCut && one.startsWith(form.slice(from)))
          if (isHere && (one.length >= gram || isEdge(plain, end)) && (isStrong || !isPlain(one)))
            hide(at[from] as number, end)
        })
      }
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

/** The beginnings of words; of a short one with those after it (1), since together they may be a secret that is spaced. */
const beginnings = /(?<![a-z\d])(?=((?:[a-z\d][^a-z\d]{0,9}){4}))[a-z\d]{1,3}(?![a-z\d])|[a-z\d]{4,5}/g
/** What stands between letters and digits, signs that are escaped included. What tells of other letters stays. */
const between =
  /(?:\\|%(?:25){0,5}5c){1,9}(?:u00[0-7][\da-f]|[nrt"/])|%(?:25){0,5}(?![c-f]|25)[\da-f]{2}|[^a-z\d%\\&#\u0080-\uFFFF]+/g

/** Whether a line may hold something of the request's. For most errors no word of it stands in the request: then nothing is searched. */
function mayHold(line: string, raw: string): boolean {
  const isPlain = !/[^ -~]/.test(line)
  if (!isPlain && /[^\0-~]|%25|%[c-f]|\\u|&#/.test(raw)) return true
  const text = (isPlain ? line : line.normalize('NFKD')).toLowerCase()
  beginnings.lastIndex = 0
  for (let found = beginnings.exec(text); found !== null; found = beginnings.exec(text)) {
    const { 0: word, 1: row } = found
    if (raw.includes(row ? row.replace(/[^a-z\d]+/g, '') : word)) return true
  }
  return false
}

/** Makes the redaction of one request's errors. `packed`: what in a line may be an encoded value. */
export function redactorOf(
  find: (texts: readonly RequestText[]) => Find | undefined,
  packed?: RegExp,
): (request: RequestView) => Redact {
  return (request) => {
    let texts: RequestText[] | undefined
    let raw = ''
    let search: Find | undefined
    let budget = mostLooked
    const redact = (text: string, most: number): string => {
      const looked = text.slice(0, Math.min(16 * most, budget))
      const line = oneLine(looked).slice(0, 4 * most)
      budget -= line.length
      if (!texts) {
        texts = readRequest(request)
        for (const { text: one, kind } of texts) {
          // A value of less than 4 letters and digits is no secret.
          const signs = kind === 'plain' ? '' : one.toLowerCase().replace(between, '')
          if (signs.length > 3) raw += `${signs}\n`
        }
      }
      const isCut = looked.length < text.length || line.length === 4 * most
      const plain = unescapeAll(line, '\0')
      let hidden: Uint8Array | undefined
      const hide = (from: number, to: number): void => {
        while (plain[from - 1] === '\0') from--
        ;(hidden ??= new Uint8Array(line.length)).fill(1, from, to)
      }
      if (raw && (search || plain !== line || packed?.test(line) || mayHold(line, raw))) {
        search ??= find(texts)
        if (search) search(plain, fold(plain), isCut, hide)
        else raw = '' // nothing in the request is a secret
      }
      if (/=|:(?!\/\/)/.test(line)) hideNamed(line, hide)
      // What was cut off may be the end of a secret, of which the beginning is no longer known.
      let clean = isCut ? line.slice(0, line.length / 4) : line
      if (hidden) clean = clean.replace(/./gs, (sign, at: number) => (!hidden?.[at] ? sign : hidden[at - 1] ? '' : '*'))
      clean = clean.replace(tokens, '*')
      return copied(isCut || clean.length > most ? `${clean.slice(0, most - 1)}…` : clean).toWellFormed()
    }
    return (text, most = 512) => attempt(() => redact(text, most)) ?? '*'
  }
}

export const redactor: (request: RequestView) => Redact = /* @__PURE__ */ redactorOf((texts) => {
  const plain = texts.map(({ text, kind }) => (kind === 'plain' ? text : '')).join('\n')
  return finder(texts, (form) => fold(plain).form.includes(form))
})
