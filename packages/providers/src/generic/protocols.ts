import { type Dialect, type Verdict, graphql, oauth, problemJson } from '@unifault/core'
import { families } from './code-words.ts'
import { fails } from './fails.ts'
import { field, isFields } from './fields.ts'
import { lookUps } from './read-fault.ts'

/** RFC 9457. Below 400 only by its media type: a title beside a type is also that of a film. */
export const problem: Dialect<never> = {
  ...problemJson,
  codes: { ...families, ...(problemJson.codes as typeof families) },
  judge(answer) {
    const { value } = answer
    if (!isFields(value) || field(value, 'title') === undefined) return undefined
    const isDeclared = answer.header('content-type')?.includes('problem+json') === true
    return isDeclared || answer.status >= 400 ? byFamily(problemJson.judge(answer), answer.status) : undefined
  },
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
    return byFamily(graphql.judge(answer), status)
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
