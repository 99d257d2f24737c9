import { expect, test } from 'vitest'
import { createClassifier } from '../classify/create-classifier.ts'
import { defineProvider } from './define-provider.ts'
import { envelope } from './envelope.ts'
import type { ProviderDefinition } from './provider.ts'

const api = envelope({ name: 'api', code: 'code' })

function errorOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return (error as TypeError).message
  }
  return 'no error'
}

const match = 'must be a text with at most one `*`, or a regular expression without g and y, got'
const bad: [object, string][] = [
  [{ id: undefined }, '`id` must be a kebab-case name, got undefined'],
  [{ id: '' }, '`id` must be a kebab-case name, got ""'],
  [{ id: 'Shop' }, '`id` must be a kebab-case name, got "Shop"'],
  [{ id: 'a_b' }, '`id` must be a kebab-case name, got "a_b"'],
  [{ id: '-a' }, '`id` must be a kebab-case name, got "-a"'],
  [{ id: 'a--b' }, '`id` must be a kebab-case name, got "a--b"'],
  [{ id: 'a\n' }, '`id` must be a kebab-case name, got "a\\n"'],
  [{ id: 5 }, '`id` must be a kebab-case name, got 5'],
  [{ dialects: undefined }, '`dialects` must be an array of dialects, got undefined'],
  [{ dialects: api }, '`dialects` must be an array of dialects, got {'],
  [{ dialects: [null] }, '`dialects[0]` must be a dialect with `judge`, got null'],
  [{ dialects: [api, {}] }, '`dialects[1]` must be a dialect with `judge`, got {}'],
  [{ dialects: [{ judge() {} }] }, '`dialects[0].name` must be a non-empty string, got undefined'],
  [{ dialects: [api, { ...api }] }, '`dialects[1].name` must be unlike the names before it, got "api"'],
  [{ name: '' }, '`name` must be a non-empty string, got ""'],
  [{ docs: 'docs.example' }, '`docs` must be a URL, got "docs.example"'],
  [{ docs: 5 }, '`docs` must be a URL, got 5'],
  [{ hosts: 'x.com' }, '`hosts` must be an array, got "x.com"'],
  [{ hosts: ['x.com', 'https://x'] }, '`hosts[1]` must be a host name, got "https://x"'],
  [{ hosts: [''] }, '`hosts[0]` must be a host name, got ""'],
  [{ hosts: ['X.com'] }, '`hosts[0]` must be a host name, got "X.com"'],
  [{ hosts: ['x.com.'] }, '`hosts[0]` must be a host name, got "x.com."'],
  [{ hosts: ['.x.com'] }, '`hosts[0]` must be a host name, got ".x.com"'],
  [{ hosts: ['*.x.com'] }, '`hosts[0]` must be a host name, got "*.x.com"'],
  [{ hosts: ['x.com:80'] }, '`hosts[0]` must be a host name, got "x.com:80"'],
  [{ hosts: ['x.com/'] }, '`hosts[0]` must be a host name, got "x.com/"'],
  [{ hosts: ['例子.cn'] }, '`hosts[0]` must be a host name, got "例子.cn"'],
  [{ hosts: ['x.com\n'] }, '`hosts[0]` must be a host name, got "x.com\\n"'],
  [{ hosts: [5] }, '`hosts[0]` must be a host name, got 5'],
  [{ status: null }, '`status` must be a record of HTTP statuses and reasons, got null'],
  [{ status: 5 }, '`status` must be a record of HTTP statuses and reasons, got 5'],
  [{ status: { 200: 'throttled' } }, '`status` must be keyed by HTTP statuses from 400 on, got "200"'],
  [{ status: { '4xx': 'throttled' } }, '`status` must be keyed by HTTP statuses from 400 on, got "4xx"'],
  [{ status: { 404: 'gone' } }, '`status[404]` must be a reason, got "gone"'],
  [{ status: { 404: 'ok' } }, '`status[404]` must be a reason, got "ok"'],
  [{ messages: {} }, '`messages` must be an array, got {}'],
  [{ messages: [null] }, `\`messages[0].match\` ${match} undefined`],
  [{ messages: [{ match: '', reason: 'throttled' }] }, `\`messages[0].match\` ${match} ""`],
  [{ messages: [{ match: ' ', reason: 'throttled' }] }, `\`messages[0].match\` ${match} " "`],
  [{ messages: [{ match: 'a*b*c', reason: 'throttled' }] }, `\`messages[0].match\` ${match} "a*b*c"`],
  [{ messages: [{ match: /x/g, reason: 'throttled' }] }, `\`messages[0].match\` ${match} {}`],
  [{ messages: [{ match: 'x', reason: 'fast' }] }, '`messages[0].reason` must be a reason, got "fast"'],
  [{ messages: [{ match: 'x' }] }, '`messages[0].reason` must be a reason, got undefined'],
  [
    { messages: [{ match: 'x', reason: 'throttled', when: '' }] },
    '`messages[0].when` must be a non-empty string, got ""',
  ],
]

test.each(bad)('a definition with %o is refused with %j', (part, message) => {
  const definition = { id: 'shop', dialects: [api], ...part } as unknown as ProviderDefinition
  const told = errorOf(() => defineProvider(definition))
  expect(message.endsWith('{') ? told.slice(0, message.length) : told).toBe(message)
})

test.each([
  [undefined, '`definition` must be an object, got undefined'],
  [null, '`definition` must be an object, got null'],
  ['shop', '`definition` must be an object, got "shop"'],
])('the definition %s is refused with %j', (definition, message) => {
  expect(errorOf(() => defineProvider(definition as never))).toBe(message)
})

test('a misspelt option is named', () => {
  expect(errorOf(() => defineProvider({ id: 'shop', dialects: [], host: [] } as never))).toMatch(
    /^`host` is not an option; expected one of id, dialects, name, hosts, docs, status, messages$/,
  )
})

test('a misspelt member of a message rule is named', () => {
  const messages = [{ match: 'x', reason: 'throttled' as const, whenn: 'status=4xx' }]
  expect(errorOf(() => defineProvider({ id: 'shop', dialects: [], messages }))).toBe(
    '`messages[0].whenn` is not an option; expected one of match, reason, when',
  )
})

test('a rule whose `when` is none is refused', () => {
  const messages = [{ match: 'x', reason: 'throttled' as const, when: 'code=5' }]
  expect(errorOf(() => defineProvider({ id: 'shop', dialects: [], messages }))).toBe(
    '`when` must be made of status=, path=, has= and message= tests, got "code=5"',
  )
})

test.each(['localhost', 'x.com', 'a-b.x.co.uk', '127.0.0.1', 'xn--fsqu00a.cn', '1.x', 'a--b.cn'])(
  'the host %s is taken',
  (host) => {
    expect(defineProvider({ id: 'shop', dialects: [], hosts: [host] }).hosts).toEqual([host])
  },
)

test('a provider has what was given, and the definition is not changed', () => {
  const definition = Object.freeze({ id: 'shop', dialects: [api], hosts: ['x.com'], docs: 'https://x.com/docs' })
  expect(defineProvider(definition)).toMatchObject(definition)
})

test('a provider that was changed since is checked again, and named by its place', () => {
  const shop = defineProvider({ id: 'shop', dialects: [api], hosts: ['shop.example'] })
  const other = defineProvider({ id: 'other', dialects: [api] })
  const changed = { ...shop, id: 'changed', hosts: ['https://x'] }
  const more = { ...shop, id: 'more', hosts: ['a.example'], docs: 'x' }
  expect(errorOf(() => createClassifier([shop, other, changed]))).toBe(
    '`providers[2].hosts[0]` must be a host name, got "https://x"',
  )
  expect(errorOf(() => createClassifier(more))).toBe('`providers.docs` must be a URL, got "x"')
  expect(errorOf(() => createClassifier([], { fallback: more }))).toBe('`fallback.docs` must be a URL, got "x"')
})
