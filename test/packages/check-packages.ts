// Packs every package as it would be published and meets them as a stranger does: pnpm check:packages
// What that needs beyond the repository stands in private packages below `conformance`, each with its own lockfile.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layOut, standing } from '../../conformance/peers/lay-out.ts'
import { checkContents, lintTarballs } from './check-contents.ts'
import { checkEntries } from './check-entries.ts'
import { checkTypes } from './check-types.ts'
import { packPackages } from './pack.ts'
import { installPacked } from './packed-project.ts'

const root = join(import.meta.dirname, '../..')
const conformance = join(root, 'conformance')
const folder = mkdtempSync(join(tmpdir(), 'unifault-packages-'))
const project = join(folder, 'project')

function run(command: string, parameters: readonly string[], cwd = root): void {
  const { status } = spawnSync(command, parameters, { cwd, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} failed`)
}

function heading(text: string): void {
  console.log(`\n-- ${text}`)
}

try {
  heading('install what the checks need')
  for (const name of ['types', 'peers', 'sdks', 'bundlers'])
    run('pnpm', ['install', '--frozen-lockfile'], join(conformance, name))

  heading('pack, and ask publint and attw')
  const tarballs = packPackages(join(folder, 'packed'))
  const names = [...tarballs.keys()]
  lintTarballs(tarballs.values())
  installPacked(project, tarballs)
  const faults = checkContents(project, names)

  heading('import and require every entry')
  faults.push(...checkEntries(project, names, join(conformance, 'peers/node_modules/.bin/node')))

  heading('types, then those of the lowest clients')
  faults.push(...checkTypes(project))
  const lowest = join(folder, 'lowest')
  layOut(project, lowest, standing('lowest'))
  cpSync(join(root, 'node_modules/@types'), join(lowest, 'node_modules/@types'), { recursive: true, dereference: true })
  cpSync(join(root, 'node_modules/.pnpm/node_modules/undici-types'), join(lowest, 'node_modules/undici-types'), {
    recursive: true,
    dereference: true,
  })
  faults.push(...checkTypes(lowest, ['typescript-7'], true))
  if (faults.length > 0) throw new Error(faults.join('\n'))

  heading('the clients at their lowest and newest')
  run(process.execPath, [join(conformance, 'peers/check.ts'), project])

  heading('SDKs with an observing fetch')
  run(process.execPath, [join(conformance, 'sdks/run.ts'), project])

  heading('bundlers')
  run(join(root, 'node_modules/.bin/tsc'), ['-p', conformance])
  run(process.execPath, [join(conformance, 'bundlers/check.ts'), project])
  console.log(`\n${names.length} packages are in order`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
