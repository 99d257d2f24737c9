// Packs every package as it would be published and asks publint and attw about the tarballs.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'unifault-'))

function run(command: string, ...parameters: string[]): void {
  console.log(`$ ${command} ${parameters.map((one) => one.replace(`${folder}/`, '')).join(' ')}`)
  execFileSync(join(root, 'node_modules/.bin', command), parameters, { cwd: root, stdio: 'inherit' })
}

try {
  for (const name of readdirSync(join(root, 'packages')).sort())
    execFileSync('pnpm', ['pack', '--pack-destination', folder], { cwd: join(root, 'packages', name), stdio: 'ignore' })
  const tarballs = readdirSync(folder).map((name) => join(folder, name))
  for (const tarball of tarballs) {
    run('publint', 'run', tarball, '--strict')
    run('attw', tarball, '--profile', 'esm-only', '--format', 'ascii')
  }
  console.log(`${tarballs.length} packages are in order`)
} finally {
  rmSync(folder, { recursive: true })
}
