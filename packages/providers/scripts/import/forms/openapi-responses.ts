import { cellText, type Entry } from '../entry.ts'
import { hint, hintOfStatus, param, server } from '../hints.ts'

interface Documented {
  readonly description?: string
  readonly category?: string
}

interface Specification {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface Operation {
  readonly responses?: Readonly<Record<string, { readonly 'x-response-codes'?: { readonly errors?: Readonly<Record<string, Documented>> } }>>
}

/** eBay's extension of OpenAPI: below each status the error ids that it may carry, with a category. */
export function readResponseCodes(specification: Specification, path: string): Entry[] {
  const entries: Entry[] = []
  for (const operations of Object.values(specification.paths ?? {}))
    for (const operation of Object.values(operations) as Operation[])
      for (const [status, response] of Object.entries(operation?.responses ?? {}))
        for (const [code, { description = '', category }] of Object.entries(response['x-response-codes']?.errors ?? {})) {
          const text = cellText(description.replace(/\{\w+\}/g, '').replace(/<[^>]+>/g, ' '))
          const given = hintOf(Number(status), category)
          // Below 300 they are warnings of an answer that succeeded.
          if (/^\d+$/.test(code) && Number(status) >= 300) entries.push({ code, zh: '', en: text, path, ...(given && { hint: given }) })
        }
  return entries
}

/** `APPLICATION` is a failure of the service, `REQUEST` of the request, `BUSINESS` of the state that it assumes. */
function hintOf(status: number, category: string | undefined): Entry['hint'] {
  if (category === 'APPLICATION' && status >= 500) return hint('internal', server, false)
  if (category === 'BUSINESS' && status < 500) return hint('precondition-failed', [...param, 'permission-denied'], false)
  return hintOfStatus(status)
}

interface IssueSchema {
  readonly issue?: { readonly enum?: readonly string[] }
  readonly description?: { readonly enum?: readonly string[] }
}

/** PayPal's schemas of errors: an `issue` with one value beside a `description` with one; the schema's name is the status. */
export function readIssues(specification: unknown, path: string): Entry[] {
  const entries: Entry[] = []
  const walk = (value: unknown, status: number): void => {
    if (typeof value !== 'object' || value === null) return
    const { issue, description } = value as IssueSchema
    const [code] = issue?.enum ?? []
    if (code !== undefined && issue?.enum?.length === 1) {
      const given = hintOfStatus(status)
      const en = cellText(description?.enum?.[0] ?? '')
      entries.push({ code, zh: '', en, path, ...(given && { hint: given }) })
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, /^[45]\d\d$/.test(key) ? Number(key) : status)
  }
  walk(specification, 0)
  return entries
}
