import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * Packs every package as it would be published, from a checkout that was never built.
 *
 * @returns name → path of the tarball
 */
export function packPackages(folder: string): ReadonlyMap<string, string> {
  mkdirSync(folder, { recursive: true })
  for (const dist of globSync('packages/*/dist', { cwd: root })) rmSync(join(root, dist), { recursive: true })
  const names = globSync('packages/*/package.json', { cwd: root }).map((path) => path.split(/[/\\]/)[1] ?? '')
  for (const [index, name] of names.sort().entries()) {
    // The first one's `prepack` builds them all.
    const options = index === 0 ? [] : ['--ignore-scripts']
    const { status, stdout, stderr } = spawnSync('pnpm', ['pack', '--pack-destination', folder, ...options], {
      cwd: join(root, 'packages', name),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${name} could not be packed\n${stdout}\n${stderr}`)
  }
  const files = readdirSync(folder)
  return new Map(names.map((name) => [packageOf(name), join(folder, tarballOf(name, files))]))
}

/** The package in a folder below `packages`: all have a scope but the command. */
function packageOf(folder: string): string {
  return folder === 'unifault' ? folder : `@unifault/${folder}`
}

function tarballOf(name: string, files: readonly string[]): string {
  const found = files.find(
    (file) => /^unifault-(?:(.+)-)?\d+\.\d+\.\d+.*\.tgz$/.exec(file)?.[1] === (name === 'unifault' ? undefined : name),
  )
  if (found === undefined) throw new Error(`${name} was not packed`)
  return found
}
