// Which redaction a program gets.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createClassifier } from '../classify.ts'
import { redactor as deep } from './deep.ts'

type Target = Readonly<Record<'default', string>>
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  imports: Readonly<Record<string, Readonly<Record<string, string | Target>>>>
}

/** What a runtime or a bundler with these conditions takes: the first that it has. */
function taken(name: string, conditions: readonly string[]): string {
  const [, target = ''] =
    Object.entries(manifest.imports[name] ?? {}).find(([one]) => [...conditions, 'default'].includes(one)) ?? []
  return typeof target === 'string' ? target : target.default
}

test.each([
  [['node', 'import'], 'deep'],
  [['node', 'bun', 'import'], 'deep'],
  [['deno', 'node', 'import'], 'deep'],
  [['workerd', 'worker', 'browser'], 'deep'],
  [['edge-light', 'browser'], 'deep'],
  [['worker', 'browser'], 'deep'],
  [['browser', 'module', 'import'], 'small'],
  [['react-native', 'require'], 'deep'],
])('the condition %s brings the %s redaction', (conditions, which) => {
  expect(taken('#redact', conditions)).toBe(`./dist/redact/${which}.js`)
})

test('the option takes the deep one of its entry, and it rules what the error shows', () => {
  const provider = { id: 'a', dialects: [{ code: 'code', message: 'msg', success: [0] }] }
  const answer = {
    url: 'https://a.example/',
    method: 'POST',
    status: 400,
    headers: {},
    requestBody: { password: 'hunter2horse77' },
    body: { code: 1, msg: `wrong: ${Buffer.from('hunter2horse77').toString('hex')}` },
  }
  expect(createClassifier(provider, { redact: deep })(answer)?.providerMessage).toBe('wrong: *')
  const bare = createClassifier(provider, { redact: () => (text, most) => text.slice(0, most) })
  expect(bare(answer)?.providerMessage).toBe(answer.body.msg)
})
