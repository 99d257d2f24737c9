import { isRecord } from '../reading/is-record.ts'
import { BoundProvider } from './bound-provider.ts'
import { checkHost, checkList, checkReason, checkText, itemName } from './check.ts'
import { invalidOption, refuseUnknown } from './invalid-option.ts'
import { compileWhen } from './row-test.ts'
import type { Provider, ProviderDefinition } from './provider.ts'

const known = ['id', 'dialects', 'name', 'hosts', 'docs', 'status', 'messages']
/** What a provider has beside the options that it was made of. */
const made = ['overrides', '~bind']
const checked = new WeakSet<object>()
/** A provider owns every option, so that none is ever read from a polluted `Object.prototype`. */
const absent = {
  name: undefined,
  hosts: undefined,
  docs: undefined,
  status: undefined,
  messages: undefined,
  overrides: undefined,
}

/**
 * A provider, checked. One whose dialects stand behind a getter is checked when a classifier takes it, and its dialects and
 * messages are made and checked when they are first asked for.
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
  if (isDeferred(definition)) return defer(definition) as Provider<Id, Code>
  checkDefinition(definition, '')
  const provider = { ...absent, ...definition, '~bind': bind } as unknown as Provider<Id, Code>
  checked.add(provider)
  return provider
}

function isDeferred(definition: unknown): boolean {
  return isRecord(definition) && Object.getOwnPropertyDescriptor(definition, 'dialects')?.get !== undefined
}

/** A provider whose dialects are made when it first judges: whoever imports a whole catalog speaks to a few of it. */
function defer(definition: ProviderDefinition): object {
  const { id, name, hosts, docs, status } = definition
  const dialects = once(() => definition.dialects, checkDialects)
  const messages = once(() => definition.messages, checkMessages)
  return {
    ...absent,
    id,
    name,
    hosts,
    docs,
    status,
    get dialects() {
      return dialects()
    },
    get messages() {
      return messages()
    },
    '~bind': (provider: Provider, path: string) => {
      refuseUnknownOf(definition, path)
      return bind(provider, path)
    },
  }
}

function once<Value>(make: () => Value, check: (value: Value, path: string) => void): () => Value {
  let made: readonly [Value] | undefined
  return () => {
    if (made === undefined) {
      const value = make()
      check(value, '')
      made = [value]
    }
    return made[0]
  }
}

function bind(provider: Provider, path: string): BoundProvider {
  checkDefinition(provider, path)
  return new BoundProvider(provider)
}

/** Throws unless a value is well formed; `path` stands before the names of its options. What is checked once is not checked again. */
function checkDefinition(definition: unknown, path: string): void {
  if (!isRecord(definition)) throw invalidOption('definition', 'an object', definition)
  if (checked.has(definition)) return
  refuseUnknownOf(definition, path)
  const { id, name, hosts, docs, status } = definition
  if (typeof id !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw invalidOption(`${path}id`, 'a kebab-case name', id)
  if (name !== undefined) checkText(`${path}name`, name)
  if (docs !== undefined && (typeof docs !== 'string' || !URL.canParse(docs)))
    throw invalidOption(`${path}docs`, 'a URL', docs)
  checkList(`${path}hosts`, hosts, checkHost)
  if (status !== undefined) {
    if (!isRecord(status)) throw invalidOption(`${path}status`, 'a record of HTTP statuses and reasons', status)
    for (const [code, reason] of Object.entries(status)) {
      if (!/^[4-9]\d\d$/.test(code)) throw invalidOption(`${path}status`, 'keyed by HTTP statuses from 400 on', code)
      checkReason(`${path}status[${code}]`, reason)
    }
  }
  if (!isDeferred(definition)) {
    checkDialects(definition['dialects'], path)
    checkMessages(definition['messages'], path)
  }
  checked.add(definition)
}

function refuseUnknownOf(definition: object, path: string): void {
  refuseUnknown(definition, Object.hasOwn(definition, '~bind') ? [...known, ...made] : known, path)
}

function checkDialects(dialects: unknown, path: string): void {
  if (!Array.isArray(dialects)) throw invalidOption(`${path}dialects`, 'an array of dialects', dialects)
  const names = new Set<unknown>()
  checkList(`${path}dialects`, dialects, (list, dialect, index) => {
    const at = itemName(list, index)
    if (!isRecord(dialect) || typeof dialect['judge'] !== 'function')
      throw invalidOption(at, 'a dialect with `judge`', dialect)
    checkText(`${at}.name`, dialect['name'])
    if (names.has(dialect['name'])) throw invalidOption(`${at}.name`, 'unlike the names before it', dialect['name'])
    names.add(dialect['name'])
  })
}

function checkMessages(messages: unknown, path: string): void {
  checkList(`${path}messages`, messages, (list, rule, index) => {
    const at = itemName(list, index)
    const { match, reason, when } = (rule ?? {}) as { match?: unknown; reason?: unknown; when?: unknown }
    const isText = typeof match === 'string' && match.trim() !== '' && match.split('*').length <= 2
    if (!isText && !(match instanceof RegExp && !match.global && !match.sticky))
      throw invalidOption(`${at}.match`, 'a text with at most one `*`, or a regular expression without g and y', match)
    refuseUnknown(rule as object, ['match', 'reason', 'when'], `${at}.`)
    checkReason(`${at}.reason`, reason)
    if (when !== undefined) {
      checkText(`${at}.when`, when)
      compileWhen(when as string)
    }
  })
}
