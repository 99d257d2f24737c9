import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, join, sep } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What a package may hold: no sources, tests or source maps that point to what is not there. */
const allowed =
  /^(?:package\.json|README\.md|LICENSE|catalog\/[^/]+\/[^/]+\.tsv|catalog\/LICENSE|json\/(?:providers\/)?[^/]+\.json|json\/words\.tsv|schema\.json|dist\/(?:[^.]|\.(?!test\.))+\.(?:js|cjs|d\.ts|d\.cts))$/

/** Asks publint and attw about the tarballs. */
export function lintTarballs(tarballs: Iterable<string>): void {
  const run = (command: string, ...parameters: string[]): void => {
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', command), parameters, {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}\n${stdout}${stderr}`)
  }
  for (const tarball of tarballs) {
    run('publint', 'run', tarball, '--strict')
    run('attw', tarball, '--profile', 'esm-only', '--format', 'ascii')
    console.log(`${basename(tarball)}: in order`)
  }
}

/**
 * Looks into the installed packages.
 *
 * @returns what should not be there
 */
export function checkContents(project: string, names: Iterable<string>): string[] {
  const faults: string[] = []
  for (const name of names) {
    const folder = realpathSync(join(project, 'node_modules', name))
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    for (const file of files) {
      const path = file
        .slice(folder.length + 1)
        .split(sep)
        .join('/')
      if (path.startsWith('node_modules/')) continue // what the installer puts there
      const text = readFileSync(file, 'utf8')
      if (!allowed.test(path)) faults.push(`${name}: ${path} is published`)
      if (/unifault-source|\bworkspace:|\bcatalog:/.test(path === 'package.json' ? text : ''))
        faults.push(`${name}: its manifest is that of the repository`)
      if (text.includes('sourceMappingURL=')) faults.push(`${name}: ${path} has a source map`)
      if (text.includes(root)) faults.push(`${name}: ${path} knows where it was made`)
    }
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      publishConfig?: { access?: string }
      sideEffects?: unknown
    }
    if (manifest.publishConfig?.access !== 'public') faults.push(`${name}: its access is not public`)
    if (manifest.sideEffects !== false) faults.push(`${name}: it may have side effects`)
  }
  return faults
}
