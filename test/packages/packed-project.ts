import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What a stranger's project has beside the packages; the versions are those of the tests. */
const companions = ['@types/node', 'axios', 'ky', 'msw', 'neverthrow']

/** An empty project, as a stranger makes one, with the packed packages installed. pnpm: what a package does not declare, it does not find. */
export function installPacked(folder: string, tarballs: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true })
  const files = Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]))
  const versions = companions.map((name) => [name, versionOf(name)] as const)
  const manifest = { private: true, type: 'module', dependencies: { ...Object.fromEntries(versions), ...files } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2))
  // The packages name each other by version, and no registry has them.
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), JSON.stringify({ packages: ['.'], overrides: files }))
  execFileSync('pnpm', ['install', '--prefer-offline', '--ignore-scripts', '--no-frozen-lockfile'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function versionOf(name: string): string {
  const file = join(root, 'test/node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
