// Runs the SDKs with an observing fetch: pnpm check:sdks
//   node conformance/sdks/run.ts [project in which the packages are installed; by default those that stand built in this repository]
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const here = import.meta.dirname
const project = process.argv[2]
const folder = mkdtempSync(join(tmpdir(), 'unifault-sdks-'))

/** These tests beside the packed packages and the SDKs. */
function layOut(from: string): string {
  for (const file of globSync('*.{ts,json}', { cwd: here })) cpSync(join(here, file), join(folder, file))
  const modules = join(folder, 'node_modules')
  for (const name of globSync(['*', '@*/*'], { cwd: join(here, 'node_modules') })) {
    if (/^@unifault\b|^@[^/\\]+$|^\./.test(name)) continue
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(realpathSync(join(here, 'node_modules', name)), join(modules, name), 'dir')
  }
  const packed = join(from, 'node_modules/@unifault')
  for (const name of readdirSync(packed))
    cpSync(realpathSync(join(packed, name)), join(modules, '@unifault', name), { recursive: true })
  return folder
}

/** @returns whether every test passes */
function passes(cwd: string): boolean {
  const files = globSync('*.test.ts', { cwd })
  const { status } = spawnSync(process.execPath, ['--no-warnings', '--test', '--test-reporter=dot', ...files], {
    cwd,
    stdio: 'inherit',
    timeout: 120_000,
  })
  return status === 0
}

try {
  if (project === undefined && !existsSync(join(here, '../../packages/fetch/dist/index.js')))
    throw new Error('The packages are not built: pnpm build')
  if (!passes(project === undefined ? here : layOut(resolve(project)))) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
