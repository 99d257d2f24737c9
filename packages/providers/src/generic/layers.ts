import { type Fields, field, isFields } from './fields.ts'
import { innerNames } from './names.ts'

const mostLayers = 12
const mostDepth = 4
const mostKeys = 32

/** The records of a failed answer that may tell of the error, the innermost first. */
export function layersOf(root: Fields): Fields[] {
  const found: Fields[] = []
  let ring: Fields[] = [root]
  for (let depth = 0; depth < mostDepth && ring.length > 0; depth++) {
    found.unshift(...ring)
    const inner: Fields[] = []
    for (const fields of ring)
      for (const name of innerNames) {
        const value = field(fields, name)
        const child = recordOf(Array.isArray(value) ? value[0] : value)
        if (child !== undefined && found.length + inner.length < mostLayers) inner.push(child)
      }
    ring = inner
  }
  return found
}

/** A record, or a tuple of a code and its words (`["USER_REQUIRED", "Please log in"]`) as one. */
function recordOf(value: unknown): Fields | undefined {
  if (Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string')
    return { code: value[0], message: value[1] }
  return isFields(value) ? value : undefined
}

/**
 * What an answer is about, without its wrapping: the only item of a list, the root of an XML document, the body of a SOAP
 * envelope, and `*_response` beside a signature.
 */
export function unwrap(value: unknown, isXml: boolean): Fields | undefined {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (!isFields(only)) return undefined
  const wrapped = wrapperOf(only, isXml)
  if (wrapped === undefined) return only
  const body = field(wrapped, 'Body')
  if (!isXml || !isFields(body)) return wrapped
  return isFields(field(body, 'Fault')) ? body : (wrapperOf(body, true) ?? body)
}

/** The record behind the first key, when that key is a wrapper. */
function wrapperOf(fields: Fields, isXml: boolean): Fields | undefined {
  if (isXml) {
    for (const key in fields) if (Object.hasOwn(fields, key) && isFields(fields[key])) return fields[key]
    return undefined
  }
  // A wrapper stands alone or beside a signature; longer records are not searched for one.
  let left = mostKeys
  for (const key in fields) {
    if (--left < mostKeys - 4) return undefined
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (isFields(value) && /(?:_response|[a-z]Response)$/.test(key)) return value
  }
  return undefined
}
