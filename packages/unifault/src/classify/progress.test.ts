import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const bar = '█'
const [hidden, shown, unwrapped, wrapped] = ['\u001B[?25l', '\u001B[?25h', '\u001B[?7l', '\u001B[?7h']

/** What a program wrote to standard error that shows progress, does something, and ends it. */
function progressOf({ isTty = true, isWanted = true, between = '' }) {
  const program = `
    Object.defineProperty(process.stderr, 'isTTY', { value: ${isTty} })
    const { showProgress } = await import(${JSON.stringify(join(import.meta.dirname, 'progress.ts'))})
    const progress = await showProgress(2_000_000, ${isWanted})
    progress.advance(1_000_000)
    ${between}
    progress.advance(1_000_000)
    progress.end()
    progress.end()`
  const parameters = ['--conditions=unifault-source', '--input-type=module', '--eval', program]
  return spawnSync(process.execPath, parameters, { encoding: 'utf8' })
}

test('a bar is drawn on a terminal, and leaves it as it was', () => {
  const { stderr, stdout, status } = progressOf({})
  expect(stderr).toContain(bar)
  for (const [off, on] of [
    [hidden, shown],
    [unwrapped, wrapped],
  ] as const)
    expect(stderr.lastIndexOf(on)).toBeGreaterThan(stderr.lastIndexOf(off))
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

test('nothing is drawn where standard error is no terminal, or where nobody wants it', () => {
  for (const options of [{ isTty: false }, { isWanted: false }])
    expect(progressOf(options)).toMatchObject({ stderr: '', stdout: '', status: 0 })
})

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s ends the program as without a bar, and the terminal has its cursor again',
  (signal) => {
    const between = `process.kill(process.pid, '${signal}'); await new Promise((resolve) => setTimeout(resolve, 60_000))`
    const { stderr, signal: ended } = progressOf({ between })
    expect(ended).toBe(signal)
    expect(stderr.split(hidden).length).toBe(2)
    expect(stderr.lastIndexOf(shown)).toBeGreaterThan(stderr.lastIndexOf(hidden))
    expect(stderr.lastIndexOf(wrapped)).toBeGreaterThan(stderr.lastIndexOf(unwrapped))
  },
)
