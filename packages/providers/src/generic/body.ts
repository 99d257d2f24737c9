import { type Answer, type Dialect, gb18030, jsonp, sse, type Verdict, xmlTags } from '@unifault/core'
import { families } from './code-words.ts'
import { fails } from './fails.ts'
import { type Fields, field, isFields } from './fields.ts'
import { isPage } from './pages.ts'
import { layersOf, unwrapXml } from './layers.ts'
import { lookUps } from './look-ups.ts'
import { readFault } from './read-fault.ts'
import { codeText, isSuccessCode } from './states.ts'

/** Roots of XML documents that are errors whatever the status: S3 and its kin answer 200 to a copy that failed. */
const errorRoots = ['Error', 'ErrorResponse', 'Fault', 'ServiceException', 'error'] as const

/** JSON, JSONP and XML bodies that no protocol claims: from 400 on every one, below only what says nothing but that it failed. */
export const body: Dialect<never> = {
  name: 'body',
  readers: [jsonp, xmlTags, sse, gb18030],
  codes: families,
  judge(answer) {
    const { value, status } = answer
    if (value === undefined || value === null || isPage(answer)) return undefined
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
  return (
    (code === 0 || code === 200 || code === '0' || code === '200') &&
    field(value, 'success') !== false &&
    field(value, 'wait') === undefined
  )
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
    return status >= 400 || (value.length === 1 && isLoneError(root)) ? readFault(root, answer) : undefined
  if (Object.getPrototypeOf(value) === null && isXmlText(answer.text)) return ofXml(root, answer)
  return status >= 400 || fails(root) || isFailedFunction(answer) || isErrorEvent(answer, root)
    ? readFault(root, answer)
    : undefined
}

function isXmlText(text: string | undefined): boolean {
  return text !== undefined && /^\s*</.test(text.slice(0, 256))
}

/** An event of a stream that is named as an error, or says so itself. */
function isErrorEvent({ event }: Answer, root: Fields): boolean {
  if (event === undefined) return false
  return [event, field(root, 'type')].some(
    (name) => typeof name === 'string' && /^(?:.{0,32}[._-])?(?:error|failed)$/.test(name),
  )
}

/** A function of AWS Lambda that threw answers 200 and says so in a header. */
function isFailedFunction(answer: Answer): boolean {
  return answer.header('x-amz-function-error') !== undefined
}

function ofXml(root: Fields, answer: Answer): Verdict {
  const inner = unwrapXml(root)
  if (answer.status >= 400) return readFault(inner, answer)
  const isError = errorRoots.some((name) => isFields(field(root, name))) || isFields(field(inner, 'Fault'))
  if (isError && layersOf(inner).some((one) => hasCode(one))) return readFault(inner, answer)
  if (/^(?:failure|error)/i.test(codeText(field(inner, 'Ack')) ?? '')) return readFault(inner, answer)
  return fails(inner) ? readFault(inner, answer) : undefined
}

function hasCode(fields: Fields): boolean {
  return ['code', 'message', 'faultcode', 'faultstring'].some((name) => field(fields, name) !== undefined)
}

/** Streams of Google send a list of one item, which is only an error. */
function isLoneError(root: Fields): boolean {
  const error = field(root, 'error')
  const code = isFields(error) ? codeText(field(error, 'code')) : undefined
  return code !== undefined && !isSuccessCode(code) && fails(root)
}
