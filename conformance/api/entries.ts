// The entry points of all packages that have types, read from their manifests.
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What somebody can import. */
export interface Entry {
  /** Such as `@unifault/core/testing`. */
  readonly name: string
  /** The folder of the package. */
  readonly folder: string
  /** Its declarations, as built. */
  readonly types: string
  /** Its source. */
  readonly source: string
  /** The file of its report, without the folder. */
  readonly report: string
}

interface Manifest {
  readonly name: string
  readonly exports?: Readonly<
    Record<string, string | null | { readonly types?: string; readonly 'unifault-source'?: string }>
  >
}

/** The top of the repository. */
export const root: string = join(import.meta.dirname, '../..')

/**
 * Of the catalog's entries only those that have a surface of their own: a platform's entry exports its provider and the type of its
 * codes, and TABLES.md lists them all.
 */
const ofProviders = ['.', './all-providers', './generic', './words']

/** What a wildcard stands for in a package: the modules of that folder. */
function namesOf(folder: string, source: string): string[] {
  return globSync(source, { cwd: folder })
    .map((file) => basename(file, '.ts'))
    .filter((name) => !name.endsWith('.test'))
    .toSorted()
}

function entriesOf(manifestPath: string): Entry[] {
  const folder = dirname(manifestPath)
  const { name, exports = {} } = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest
  const isCatalog = name === '@unifault/providers'
  return Object.entries(exports).flatMap(([path, target]) => {
    if (target === null || typeof target === 'string') return []
    const { types, 'unifault-source': source } = target
    if (types === undefined || source === undefined) return []
    const names = path.includes('*') ? (isCatalog ? (path === './*' ? ['words'] : []) : namesOf(folder, source)) : ['']
    return names.flatMap((one): Entry[] => {
      const at = path.replace('*', one)
      if (isCatalog && !ofProviders.includes(at)) return []
      const whole = join(name, at)
      return [
        {
          name: whole,
          folder,
          types: join(folder, types.replace('*', one)),
          source: join(folder, source.replace('*', one)),
          report: whole.replace('@unifault/', '').replaceAll('/', '-'),
        },
      ]
    })
  })
}

/** All entry points, in the order of their names. */
export const entries: readonly Entry[] = globSync('packages/*/package.json', { cwd: root })
  .flatMap((path) => entriesOf(join(root, path)))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
