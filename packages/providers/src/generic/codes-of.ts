import { isBareFailure } from './failure-word.ts'
import { type Fields, field, firstTextWhere } from './fields.ts'
import { codeNames, isMessageName, wordNames } from './names.ts'
import { codeText, isFailureCode, isImitatedSuccess, isSuccessCode } from './states.ts'

/** Whether a word is that of an error: a parameter has a name too, and every record an id. */
function isErrorName(word: string, name: string): boolean {
  if (name === 'id') return /^[a-z]\w*\.[\w.]+$/.test(word) && isFailureCode(word)
  if (name === 'type' && /^\d{3,6}$/.test(word)) return true
  return /(?:Error|Exception|Fault)$/i.test(word) || /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(word) || isFailureCode(word)
}

/** `CODE::words` of Taobao's mtop, `EAPI:Invalid key` of Kraken: a code in a list of texts. */
function codeInList(fields: Fields): string | undefined {
  for (const name of ['ret', 'error'] as const) {
    const list = field(fields, name)
    const first: unknown = Array.isArray(list) ? list[0] : undefined
    if (typeof first !== 'string') continue
    const code =
      name === 'ret'
        ? /^([A-Z][\w.-]{2,64})(?:::|$)/.exec(first)?.[1]
        : /^E[A-Za-z]{2,16}:[\w .-]{1,64}$/.exec(first)?.[0]
    if (code !== undefined) return code
  }
  return undefined
}

/** The codes of a failed answer, the most specific first; what merely repeats the status stands behind everything that says more. */
export function codesOf(layers: readonly Fields[], status: number): string[] {
  const found: string[] = []
  const repeated: string[] = []
  const imitated: string[] = []
  const kinds: string[] = []
  const add = (code: string | undefined): void => {
    if (code === undefined || found.includes(code) || repeated.includes(code)) return
    if (isSuccessCode(code) && !isImitatedSuccess(code) && (status < 400 || !/^\d/.test(code))) return
    if (code === String(status) || isSuccessCode(code) || isBareFailure(code)) repeated.push(code)
    else found.push(code)
  }
  for (const fields of layers) {
    const listed = codeInList(fields)
    if (listed !== undefined) found.push(listed)
    for (const name of codeNames) add(codeText(field(fields, name)))
    // eBay's is a number; Okta's is an id.
    const errorId = codeText(field(fields, 'errorid'))
    if (errorId !== undefined && /^\d{1,9}$/.test(errorId)) add(errorId)
    const value = field(fields, 'value') // SOAP 1.2
    if (typeof value === 'string') add(codeText(value))
    const number = field(fields, 'number') // of an error in XML
    if (typeof number === 'string' && layers.length > 1 && /^\d{1,9}$/.test(number)) add(number)
    if (field(fields, 'type') === 'Error') add(codeText(field(fields, 'id'))) // Contentful
    const isError = field(fields, 'iserror')
    if (typeof isError === 'number' && isError !== 1) add(codeText(isError))
    for (const name of wordNames) {
      const word = field(fields, name)
      if (typeof word === 'number' && (name === 'error' || name === 'result')) add(codeText(word))
      if (typeof word !== 'string' || /^(?:https?:|about:)/.test(word) || isBareFailure(word)) continue
      // The class of an exception beside a code of the house's own.
      if (name === 'type' && /^[A-Z]\w*[a-z](?:Error|Exception)$/.test(word)) kinds.push(word)
      else if (isErrorName(word, name) || !/^(?:name|label|id|(?:error)?type)$/.test(name)) add(codeText(word))
      // A kind stands behind every code.
      else if (name.endsWith('type') && !isSuccessCode(word)) kinds.push(word)
    }
    // A name in the place of words stands behind every code: `returnAuthMsg`, `exceptionMessage`.
    const named = firstTextWhere(
      fields,
      (name, value) => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(value) && isMessageName(name),
    )
    if (named !== undefined) kinds.push(named)
    for (const name of ['status', 'statuscode', 'httpcode', 'stat'] as const) {
      const number = field(fields, name)
      if (typeof number === 'number' && number > 1 && !isSuccessCode(String(number))) imitated.push(String(number))
    }
  }
  const isFresh = (code: string): boolean => code !== String(status)
  const kept = kinds.filter((kind) => codeText(kind) !== undefined)
  return [...new Set([...found, ...repeated.filter(isFresh), ...kept, ...repeated, ...imitated.filter(isFresh)])]
}
