import { type Fields, field, firstText, isFields, plainFields } from './fields.ts'
import { headName, innerNames, listName } from './names.ts'

const known: ReadonlySet<string> = new Set(innerNames)
const plainWords = ['message', 'msg', 'errmsg', 'errormsg', 'errormessage', 'error', 'detail'] as const
const mostLayers = 16
const mostDepth = 6

/** The records of a failed answer that may tell of the error, the innermost first, by plain names. */
export function layersOf(root: Fields): Fields[] {
  const found: Fields[] = []
  let ring: Fields[] = [plainFields(root)]
  for (let depth = 0; depth < mostDepth && ring.length > 0; depth++) {
    found.unshift(...ring)
    const inner: Fields[] = []
    for (const fields of ring)
      for (const name of innerIn(fields)) {
        const value = field(fields, name)
        const child = recordOf(Array.isArray(value) ? value[0] : value)
        if (child !== undefined && found.length + inner.length < mostLayers) inner.push(child)
      }
    ring = inner
  }
  return found
}

/** Where further records stand; the data of an error of JSON-RPC say more than its words. */
function innerIn(fields: Fields): readonly string[] {
  const isRpcError = typeof field(fields, 'code') === 'number' && field(fields, 'message') !== undefined
  const others: string[] = isRpcError || hasWordsInData(fields) ? ['data'] : []
  let left = 64
  for (const name in fields) {
    if (--left < 0) break
    if (typeof fields[name] !== 'object' || known.has(name)) continue
    if ((Array.isArray(fields[name]) ? listName : headName).test(name)) others.push(name)
  }
  return others.length === 0 ? innerNames : [...innerNames, ...others]
}

/** Whether what failed is told in the place of the data (WordPress), since no words stand beside them. */
function hasWordsInData(fields: Fields): boolean {
  return typeof field(fields, 'data') === 'object' && firstText(fields, plainWords) === undefined
}

/** A record, or a tuple of a code and its words (`["USER_REQUIRED", "Please log in"]`) as one. */
function recordOf(value: unknown): Fields | undefined {
  if (Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string')
    return { code: value[0], message: value[1] }
  return isFields(value) ? plainFields(value) : undefined
}

/** What an XML document is about: its root, or in a SOAP envelope the fault or the answer. */
export function unwrapXml(value: Fields): Fields {
  const root = firstRecord(value)
  const body = root === undefined ? undefined : field(root, 'Body')
  if (!isFields(body)) return root ?? value
  return isFields(field(body, 'Fault')) ? body : (firstRecord(body) ?? body)
}

function firstRecord(fields: Fields): Fields | undefined {
  for (const key in fields) {
    const value = field(fields, key)
    if (isFields(value)) return value
  }
  return undefined
}
