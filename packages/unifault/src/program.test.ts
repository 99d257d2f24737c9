import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

function unifault(...parameters: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  return spawnSync(process.execPath, ['--conditions=unifault-source', main, ...parameters], { encoding: 'utf8' })
}

test('a code is explained', () => {
  const { stdout, status } = unifault('explain', 'bilibili', '-352')
  expect(stdout).toContain('abuse-blocked')
  expect(status).toBe(0)
})

test('a code that the catalog does not have exits with 1', () => {
  const { stderr, status } = unifault('explain', 'bilibili', '-3520000')
  expect(stderr).toBe('unifault: the catalog has no code -3520000 of bilibili\n')
  expect(status).toBe(1)
})

test('a provider that the catalog does not have exits with 2 and one line', () => {
  const { stderr, status } = unifault('explain', 'nobody', '1')
  expect(stderr).toBe('unifault: the catalog has no provider nobody\n')
  expect(status).toBe(2)
})

test('help lists the commands', () => {
  const { stdout, status } = unifault('--help')
  expect(stdout).toContain('explain')
  expect(status).toBe(0)
})

test('an unknown command exits with 2', () => {
  expect(unifault('explian').status).toBe(2)
})
