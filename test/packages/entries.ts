import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

type Target = string | null | { readonly [condition: string]: Target }

/** A public entry of a package as it is installed. */
export interface Entry {
  /** What is imported, such as `@unifault/providers/bilibili`. */
  readonly specifier: string
  /** The file behind it, below the package. */
  readonly file: string
}

/** Every entry of an installed package, those of its patterns too. */
export function entriesOf(folder: string, name: string): Entry[] {
  const base = join(folder, 'node_modules', name)
  const manifest = JSON.parse(readFileSync(join(base, 'package.json'), 'utf8')) as { exports: Record<string, Target> }
  const all = Object.entries(manifest.exports)
  const closed = all.filter(([, target]) => target === null).map(([key]) => key)
  const found = new Map<string, Entry>()
  for (const [key, target] of all) {
    const file = defaultOf(target)
    for (const [path, one] of file === undefined ? [] : expand(base, key, file))
      // The first that names it is the most specific one in these manifests.
      if (!closed.some((each) => matches(each, path)) && !found.has(path))
        found.set(path, { specifier: name + path.slice(1), file: one })
  }
  return [...found.values()]
}

function defaultOf(target: Target): string | undefined {
  if (typeof target === 'string' || target === null) return target ?? undefined
  return defaultOf(target['default'] ?? null)
}

function expand(base: string, key: string, file: string): [path: string, file: string][] {
  if (!key.includes('*')) return [[key, file]]
  const [head = '', tail = ''] = file.split('*')
  // A `*` of `exports` also stands for folders; of the modules only those of the folder itself are meant.
  return globSync(file.endsWith('.js') ? file : file.replace('*', '**/*'), { cwd: base }).map((each) => {
    const path = `./${each.split(sep).join('/')}`
    return [key.replace('*', path.slice(head.length, path.length - tail.length)), path]
  })
}

function matches(pattern: string, path: string): boolean {
  const [head = '', tail] = pattern.split('*')
  return tail === undefined ? path === head : path.startsWith(head) && path.endsWith(tail)
}
