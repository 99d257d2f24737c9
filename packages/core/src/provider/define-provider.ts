import { isRecord } from '../reading/is-record.ts'
import { checkHost, checkList, checkReason, checkText } from './check.ts'
import { invalidOption, refuseUnknown } from './invalid-option.ts'
import type { Provider, ProviderDefinition } from './provider.ts'

const known = ['id', 'dialects', 'name', 'hosts', 'docs', 'status', 'messages']
const defined = new WeakSet<object>()

/**
 * A provider, checked.
 *
 * @throws TypeError that names the option, the value and what was expected
 * @example
 * const gateway = defineProvider({
 *   id: 'gateway',
 *   hosts: ['api.example.com'],
 *   dialects: [envelope({ code: 'code', message: 'msg', success: [0], codes: { '1001': 'token-expired' } })],
 * })
 */
export function defineProvider<const Id extends string, Code extends string = never>(
  definition: ProviderDefinition<Id, Code>,
): Provider<Id, Code> {
  const provider = { ...definition } as Provider<Id, Code>
  checkProvider(provider)
  return provider
}

/** Throws unless a value is a provider; `path` stands before the names of its options. What is checked once is not checked again. */
export function checkProvider(provider: unknown, path = ''): asserts provider is Provider {
  if (!isRecord(provider)) throw invalidOption(path.replace(/\.$/, '') || 'definition', 'a provider', provider)
  if (defined.has(provider)) return
  refuseUnknown(provider, [...known, 'overrides'], path)
  const { id, dialects, name, hosts, docs, status, messages } = provider
  if (typeof id !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw invalidOption(`${path}id`, 'a kebab-case name', id)
  if (!Array.isArray(dialects)) throw invalidOption(`${path}dialects`, 'an array of dialects', dialects)
  const names = new Set<unknown>()
  checkList(`${path}dialects`, dialects, (at, dialect) => {
    if (!isRecord(dialect) || typeof dialect['judge'] !== 'function')
      throw invalidOption(at, 'a dialect with `judge`', dialect)
    checkText(`${at}.name`, dialect['name'])
    if (names.has(dialect['name'])) throw invalidOption(`${at}.name`, 'unlike the names before it', dialect['name'])
    names.add(dialect['name'])
  })
  if (name !== undefined) checkText(`${path}name`, name)
  if (docs !== undefined && (typeof docs !== 'string' || !URL.canParse(docs)))
    throw invalidOption(`${path}docs`, 'a URL', docs)
  checkList(`${path}hosts`, hosts, checkHost)
  if (status !== undefined)
    for (const [code, reason] of Object.entries(status as object)) {
      if (!/^[4-9]\d\d$/.test(code)) throw invalidOption(`${path}status`, 'keyed by HTTP statuses from 400 on', code)
      checkReason(`${path}status[${code}]`, reason)
    }
  checkList(`${path}messages`, messages, (at, rule) => {
    const { match, reason } = (rule ?? {}) as { match?: unknown; reason?: unknown }
    const isText = typeof match === 'string' && match.trim() !== '' && match.split('*').length <= 2
    if (!isText && !(match instanceof RegExp && !match.global && !match.sticky))
      throw invalidOption(`${at}.match`, 'a text with at most one `*`, or a regular expression without g and y', match)
    checkReason(`${at}.reason`, reason)
  })
  defined.add(provider)
}

/** Remembers a provider that was made of a checked one. */
export function markDefined(provider: Provider): void {
  defined.add(provider)
}
