import { type Answer, type Dialect, jsonp, type Verdict, xmlTags } from '@unifault/core'
import { families } from './code-words.ts'
import { fails } from './fails.ts'
import { type Fields, field, isFields } from './fields.ts'
import { layersOf, unwrapXml } from './layers.ts'
import { lookUps, readFault } from './read-fault.ts'
import { codeText, isSuccessCode } from './states.ts'

/** Roots of XML documents that are errors whatever the status: S3 and its kin answer 200 to a copy that failed. */
const errorRoots = ['Error', 'ErrorResponse', 'Fault', 'ServiceException', 'error'] as const

/** JSON, JSONP and XML bodies that no protocol claims: from 400 on every one, below only what says nothing but that it failed. */
export const body: Dialect<never> = {
  name: 'body',
  readers: [jsonp, xmlTags],
  codes: families,
  judge(answer) {
    const { value, status } = answer
    if (value === undefined || value === null) return undefined
    if (status < 400 && isPlainSuccess(value)) return 'success'
    if (typeof value === 'string') return status < 400 ? undefined : ofText(value, status)
    if (typeof value !== 'object') return undefined
    return ofRecord(value, answer)
  },
}

/** The envelope of most successes, known by one look. */
function isPlainSuccess(value: unknown): boolean {
  if (!isFields(value)) return false
  const code = field(value, 'code')
  return (code === 0 || code === 200 || code === '0' || code === '200') && field(value, 'success') !== false
}

function ofText(text: string, status: number): Verdict {
  return { message: text, codes: lookUps([], text, status) }
}

function ofRecord(value: object, answer: Answer): Verdict {
  const { status } = answer
  // A list of one error (Salesforce), or a success: below 400 only Google's streams send one.
  const root: unknown = Array.isArray(value) ? value[0] : value
  if (!isFields(root)) return undefined
  if (Array.isArray(value))
    return status >= 400 || (value.length === 1 && isLoneError(root)) ? readFault(root, status) : undefined
  if (Object.getPrototypeOf(value) === null && isXmlText(answer.text)) return ofXml(root, status)
  return status >= 400 || fails(root) ? readFault(root, status) : undefined
}

function isXmlText(text: string | undefined): boolean {
  return text !== undefined && /^\s*</.test(text.slice(0, 256))
}

function ofXml(root: Fields, status: number): Verdict {
  const inner = unwrapXml(root)
  if (status >= 400) return readFault(inner, status)
  const isError = errorRoots.some((name) => isFields(field(root, name))) || isFields(field(inner, 'Fault'))
  if (isError && layersOf(inner).some((one) => hasCode(one))) return readFault(inner, status)
  if (/^(?:failure|error)/i.test(codeText(field(inner, 'Ack')) ?? '')) return readFault(inner, status)
  return fails(inner) ? readFault(inner, status) : undefined
}

function hasCode(fields: Fields): boolean {
  return ['Code', 'code', 'Message', 'message', 'faultcode', 'faultstring'].some(
    (name) => field(fields, name) !== undefined,
  )
}

/** Streams of Google send a list of one item, which is only an error. */
function isLoneError(root: Fields): boolean {
  const error = field(root, 'error')
  const code = isFields(error) ? codeText(field(error, 'code')) : undefined
  return code !== undefined && !isSuccessCode(code) && fails(root)
}
