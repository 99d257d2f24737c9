import { type Answer, type Dialect, type Fault, type Verdict, graphql, oauth, problemJson } from '@unifault/core'
import { families } from './code-words.ts'
import { fails } from './fails.ts'
import { field, isFields } from './fields.ts'
import { lookUps } from './look-ups.ts'
import { readFault } from './read-fault.ts'

/** RFC 9457. Below 400 only by its media type: a title beside a type is also that of a film. */
export const problem: Dialect<never> = {
  ...problemJson,
  codes: { ...families, ...(problemJson.codes as typeof families) },
  judge(answer) {
    const { value } = answer
    if (!isFields(value) || field(value, 'title') === undefined) return undefined
    const isDeclared = answer.header('content-type')?.includes('problem+json') === true
    if (!isDeclared && answer.status < 400) return undefined
    const verdict = problemJson.judge(answer)
    if (typeof verdict !== 'object') return verdict
    // A house has codes of its own beside the type, and words in a list of details.
    const told = readFault({ ...value, type: undefined, title: undefined, status: undefined }, answer)
    const message = field(value, 'detail') === undefined ? (told.message ?? verdict.message) : verdict.message
    const own = field(value, 'code') === undefined ? told.code : undefined
    return own === undefined
      ? ofProblem({ ...verdict, message }, answer)
      : { ...verdict, message, code: own, codes: lookUps([own], message, answer.status) }
  },
}

/** What explains a status, and no error. */
const ofSpecification =
  /^https?:\/\/(?:[\w-]{1,32}\.){0,3}(?:rfc-editor\.org|ietf\.org|w3\.org|httpstatuses\.\w{2,4}|httpstatus\.\w{2,4}|developer\.mozilla\.org)\//i

/** The type is a URI: its last part may be a word for the error, or only the page where errors are explained. */
function ofProblem(fault: Fault, answer: Answer): Fault {
  const type = fault.code !== undefined && ofSpecification.test(fault.code) ? undefined : fault.code
  if (type === undefined) return { ...fault, code: undefined, codes: lookUps([], fault.message, answer.status) }
  if (!/^(?:https?|urn):/.test(type) || Object.hasOwn(problem.codes ?? {}, type))
    return byFamily(fault, answer.status) as Fault
  const last = /[/#:]([A-Za-z][\w.-]{2,64})\/?$/.exec(type)?.[1]
  const isWord =
    last !== undefined &&
    !/^(?:errors?|problems?|docs?|reference|about|index|types?|status)$/i.test(last) &&
    !/\.(?:html?|com|org|io|dev|net|cn)$/i.test(last)
  const title = isFields(answer.value) ? field(answer.value, 'title') : undefined
  const codes = lookUps(
    [...(isWord ? [last] : []), ...(typeof title === 'string' ? [title] : [])],
    fault.message,
    answer.status,
  )
  return { ...fault, code: isWord ? type : undefined, codes: isWord ? [type, ...codes] : codes }
}

const graphqlKeys = ['data', 'errors', 'extensions', 'hasNext', 'path', 'label']

/** GraphQL. Below 400 only when nothing but its response keys is there, and either `data` or a place in the query. */
export const graphqlErrors: Dialect<never> = {
  ...graphql,
  codes: { ...families, ...(graphql.codes as typeof families) },
  judge(answer) {
    const { value, status } = answer
    if (!isFields(value)) return undefined
    const errors = field(value, 'errors')
    if (!Array.isArray(errors) || errors.length === 0 || !isFields(errors[0])) return undefined
    const first = errors[0]
    const isPlaced = ['locations', 'path', 'extensions'].some((name) => Object.hasOwn(first, name))
    if (!isPlaced && !(Object.hasOwn(value, 'data') && field(first, 'code') === undefined)) return undefined
    if (status < 400) for (const key in value) if (!graphqlKeys.includes(key)) return undefined
    const verdict = graphql.judge(answer)
    // AppSync names the kind beside the words.
    const kind = field(first, 'errorType')
    return byFamily(
      typeof verdict === 'object' && verdict.code === undefined && typeof kind === 'string' && kind !== ''
        ? { ...verdict, code: kind }
        : verdict,
      status,
    )
  },
}

/** OAuth 2. A number beside it says more than its few names, and a body with more than an error is none. */
export const oauthErrors: Dialect<never> = {
  ...oauth,
  codes: { ...families, ...(oauth.codes as typeof families) },
  judge(answer) {
    const { value, status } = answer
    if (!isFields(value) || typeof field(value, 'error') !== 'string') return undefined
    if ((field(value, 'error_code') ?? field(value, 'errorCode') ?? field(value, 'code')) !== undefined)
      return undefined
    return status >= 400 || fails(value) ? byFamily(oauth.judge(answer), status) : undefined
  },
}

/** A code that the protocol's own table does not know is told by its words, or left to the message. */
function byFamily(verdict: Verdict, status: number): Verdict {
  if (typeof verdict !== 'object' || verdict.code === undefined) return verdict
  return { ...verdict, codes: lookUps([verdict.code], verdict.message, status) }
}
