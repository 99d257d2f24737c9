// What a code looks like, and which codes a cell or the beginning of a line names.

/** What a cell of codes holds. */
export interface CodeCell {
  readonly codes: readonly string[]
  /** What stands for many codes, `1000-1999` or `5xx`: none of them is named. */
  readonly range?: string
  /** A name or a remark beside the code. */
  readonly beside: string
}

/** The form of a code: all codes of one list have it. */
export type CodeForm = 'number' | 'hex' | 'identifier'

/** `100.051` and `4_00001` are numbers with parts. */
const number = /^-?\d{1,12}$|^\d{2,4}\.\d{2,4}$|^\d{1,6}_\d{1,8}$/
const hex = /^0x[\da-f]{1,16}$/i
/** Parts of an identifier are joined by one sign. */
const identifier = /^[A-Za-z][A-Za-z\d]*(?:[._:\-/][A-Za-z\d]+)*$/
const longest = 80
const all: ReadonlySet<CodeForm> = new Set(['number', 'hex', 'identifier'])

/** The form of a text that may be a code; undefined where it is none. One plain word is an identifier too. */
export function codeForm(text: string): CodeForm | undefined {
  if (number.test(text)) return 'number'
  if (hex.test(text)) return 'hex'
  return text.length <= longest && identifier.test(text) ? 'identifier' : undefined
}

/** A text that is a code and no word of a sentence: `ACCESS_DENIED`, `AccessDenied`, `isv.invalid`, `E1001`, `QUOTA`. */
export function isTelling(text: string): boolean {
  const form = codeForm(text)
  if (form !== 'identifier') return form !== undefined
  return /[_.:\d]|[a-z][A-Z]|^[A-Z]{4,}$/.test(text) || (/^[A-Z]+(?:-[A-Z]+)+$/.test(text) && text.length > 5)
}

/** Letters and signs as a keyboard has them: full-width digits, minus signs, quotes. */
function plainSigns(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[−‒–—](?=\d)/g, '-')
    .replace(/[“”„‘’"'`「」『』]/g, '')
    .trim()
}

/** What parts codes: a sign, then a word or a slash. */
const betweenCodes = [/[,，、;；|\n]/, /\s\/\s|\s(?:or|and|或|和)\s|\/(?=-?\d)|(?<=\d)\//]

function partsOf(text: string): string[] {
  return betweenCodes
    .reduce((parts, between) => parts.flatMap((part) => part.split(between)).map((part) => part.trim()), [text])
    .filter((part) => part !== '')
}

/** `1001 (TOKEN_EXPIRED)`, `1001: token expired`, `E1001 – gone`: what stands first, and what beside it. */
function firstAndBeside(text: string): [first: string, beside: string] {
  const run = /^[^\s:：(（[]+/.exec(text)?.[0] ?? ''
  // A dash may stand without spaces around it.
  const end = run.length < text.length ? run.length : Math.max(...['-', '–', '—'].map((dash) => run.lastIndexOf(dash)))
  if (end < 1) return ['', '']
  const beside = text
    .slice(end)
    .trimStart()
    .replace(/^[:：(（[–—-]/, '')
    .trimStart()
  return [run.slice(0, end), beside.replace(/[)）\]]$/, '')]
}

/** The codes of a cell: one, several, or one with a name beside it. `forms` are those that the list's codes have. */
export function codesOf(cell: string, forms: ReadonlySet<CodeForm> = all): CodeCell {
  const text = plainSigns(cell).replace(/^(?:err(?:or)?[ _]?code|errcode|code|错误码|返回码)\s*[:=：]\s*/i, '')
  const range = rangeIn(text)
  if (range !== undefined) return { codes: [], range, beside: '' }
  const parts = partsOf(text)
  const isCode = (part: string): boolean => {
    const form = codeForm(part)
    return form !== undefined && forms.has(form)
  }
  if (parts.length > 0 && parts.every(isCode)) return { codes: [...new Set(parts)], beside: '' }
  const [first, beside] = firstAndBeside(text)
  const isSure = first !== '' && isCode(first) && (codeForm(first) !== 'identifier' || isTelling(first))
  return isSure ? { codes: [first], beside } : { codes: [], beside: text }
}

function rangeIn(text: string): string | undefined {
  const many =
    /^-?\d{1,12}\s*(?:-|~|～|\.{2,3}|…|–|—|至|到|\bto\b|\bthrough\b)\s*-?\d{1,12}(?:\s|$|[(（:：])/.exec(text) ??
    /^\d+(?:[xX*?]+)$|^[A-Za-z\d_-]*[\d_-][xX*]{2,}$|^[A-Z]X{3,}$/.exec(text) ??
    /^[A-Za-z_]*\d+\s*[~～]\s*[A-Za-z_]*\d+$/.exec(text)
  return many === null ? undefined : text
}

/** `40001 invalid credential`, `- 40001: invalid credential`, `[E1001] gone` */
const codeAtStart =
  /^(?:[-*•·]\s+)?[`"'[【(（]?(-?\d{1,12}|0x[\da-f]{1,80}|[A-Za-z][\w.:/-]{0,80}?)[`"'\]】)）]?(?=[\s:：=|→]|[-=]+>)/i

/** What stands behind a code and the sign or the spaces that part them. */
function textBehind(rest: string): string {
  const text = rest.trimStart()
  const spaces = rest.slice(0, rest.length - text.length)
  const behindSign = text.replace(/^(?:[:：=|→]|[-=]+>)/, '').trimStart()
  if (behindSign !== text && behindSign !== '') return behindSign
  if (spaces === '') return ''
  // Behind a tab a dash belongs to the next cell.
  return spaces.includes('\t') ? text : text.replace(/^[-–—]\s+/, '')
}

/** The code and the text of a line that has both. */
export function codeLine(text: string): { code: string; rest: string; form: CodeForm } | undefined {
  const line = text.trim()
  const [head = '', code = ''] = codeAtStart.exec(line) ?? []
  const form = code === '' || !isTelling(code) ? undefined : codeForm(code)
  const rest = textBehind(line.slice(head.length))
  return form === undefined || rest === '' || rest.includes('\n') ? undefined : { code, rest, form }
}
