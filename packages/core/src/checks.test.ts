import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import * as checks from './checks.ts'
import * as browser from './browser.ts'

test('a recoverer has `handle`, `axios` and `fetch`, be it a function or an object', () => {
  const run = (): Promise<never> => Promise.reject(new Error('none'))
  const all = { handle: run, axios: run, fetch: run }
  for (const fit of [all, Object.assign(() => undefined, all)])
    expect(() => checks.recovererKind(fit, 'recovery')).not.toThrow()
  for (const unfit of [null, {}, () => undefined, 'recovery', { ...all, handle: true }, { handle: run, axios: run }])
    expect(() => checks.recovererKind(unfit, 'recovery')).toThrow('`recovery` must be made by `createRecovery`')
})

/** What a production build for browsers has in the place of the checks. */
const unchecked = Object.fromEntries(Object.entries(browser).filter(([name]) => name.startsWith('check')))

interface Target {
  readonly [condition: string]: string | Target
}
const { imports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { imports: Target }

/** What a runtime or a bundler with these conditions takes: the first that it has. */
function taken(target: string | Target | undefined, conditions: readonly string[]): string | undefined {
  if (typeof target !== 'object') return target
  const [, found] = Object.entries(target).find(([one]) => [...conditions, 'default'].includes(one)) ?? []
  return taken(found, conditions)
}

test.each([
  [['node', 'import'], 'checks'],
  [['node', 'import', 'production'], 'checks'],
  [['deno', 'node', 'import'], 'checks'],
  [['workerd', 'worker', 'browser', 'production'], 'checks'],
  [['edge-light', 'browser', 'production'], 'checks'],
  [['worker', 'browser', 'production'], 'checks'],
  [['react-native', 'require'], 'checks'],
  [['browser', 'module', 'import'], 'checks'],
  [['browser', 'development', 'import'], 'checks'],
  [['browser', 'production', 'import'], 'browser'],
])('options and definitions: the conditions %s bring %s', (conditions, which) => {
  expect(taken(imports['#checks'], conditions)).toBe(`./dist/${which}.js`)
})

test('a production build for browsers has every check, and none of them throws', () => {
  for (const [name, check] of Object.entries(unchecked)) {
    expect(checks).toHaveProperty(name)
    for (const value of [undefined, null, 'nonsense', { nope: 1 }])
      expect((check as (...given: unknown[]) => void)(value, value, value, value)).toBeUndefined()
  }
})

test('there, what is right is judged as everywhere, and what is wrong breaks no call', async () => {
  vi.resetModules()
  vi.doMock('#checks', () => unchecked)
  try {
    const { createClassifier } = await import('./classify.ts')
    const { defineProvider, withCodes, withHosts } = await import('./provider.ts')
    const shop = withHosts(
      withCodes(defineProvider({ id: 'shop', hosts: ['a.test'], dialects: [{ code: 'code', codes: '' }] }), {
        7: 'throttled',
      }),
      '/api',
    )
    const answer = { url: 'https://a.test/x', method: 'GET', status: 200, headers: {}, body: { code: 7 } }
    expect(createClassifier([shop])(answer)?.reason).toBe('throttled')
    const wrong = { pass: 'throttled', onErr: 1, fallback: undefined, words: undefined } as never
    expect(createClassifier([shop, shop], wrong)(answer, { pass: 5, nope: 1 } as never)?.reason).toBe('throttled')
  } finally {
    vi.doUnmock('#checks')
    vi.resetModules()
  }
})
