// The JavaScript of the packages as they are published; their types are `tsc -b`'s. A package is one module that its entries share:
// Node opens one file instead of dozens, and what must exist once, such as a WeakMap or a provider, exists once whatever is imported.
import { globSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { CodeSplittingGroup, Plugin, RolldownOptions } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'

interface Manifest {
  readonly exports: Readonly<Record<string, { readonly source: string; readonly default: string }>>
}

/** What the entries of a package share; where nothing is named, it is found. */
const groups: Readonly<Record<string, CodeSplittingGroup[]>> = {
  core: [
    { name: 'definitions', test: /\/src\/(?:taxonomy|reading|provider)\// },
    { name: 'core', test: /\/src\/(?!testing\b)/ },
  ],
  // `generic` is opt-in and large.
  providers: [{ name: 'catalog', test: /\/src\/(?!generated\/texts\/|generic|index)/ }],
}

/** Output name → source of each entry, by the package's `exports`; a `*` stands for every file that there is, a chunk makes itself. */
function entries(folder: string, { exports }: Manifest): Record<string, string> {
  const made = Object.values(exports).filter((entry) => !entry.default.startsWith('./dist/chunks/'))
  const found = made.flatMap(({ source, default: built }) => {
    const [head = '', tail = ''] = source.split('*')
    return globSync(source, { cwd: folder })
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => {
        const path = `./${file.split(sep).join('/')}`
        const name = built.replace('*', path.slice(head.length, path.length - tail.length))
        return [name.replace(/^\.\/dist\/|\.js$/g, ''), join(folder, file)] as const
      })
  })
  return Object.fromEntries(found)
}

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<string, unknown>
type Edit = readonly [start: number, end: number, text: string]

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function inside(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode)
}

/** Whether evaluating an expression calls something or spreads; what functions and getters do waits until they are called. */
function calls(node: Node): boolean {
  if (/^(?:CallExpression|SpreadElement|TaggedTemplateExpression)$/.test(node.type)) return true
  if (node.type === 'NewExpression') return (node['arguments'] as Node[]).length > 0
  return !/Function|^TS.*Type/.test(node.type) && inside(node).some(calls)
}

/** A provider's definition: what it judges by is put behind getters, so that importing the catalog makes nothing of it. */
function deferred(call: Node): Edit[] {
  return call['type'] === 'CallExpression' && (call['callee'] as Node)['name'] === 'defineProvider'
    ? inside(call)
        .flatMap(inside)
        .filter(({ type, key }) => type === 'Property' && /^(?:dialects|messages)$/.test(nameOf(key)))
        .flatMap(({ start, end, key, value }) => [
          [start, (value as Node).start, `get ${nameOf(key)}() { return `],
          [end, end, ' }'],
        ])
    : []
}

function nameOf(key: unknown): string {
  return isNode(key) ? String(key['name']) : ''
}

/** A module-level constant is said to have no side effect, so that a bundle that does not use it leaves it out. */
function pure(init: Node, later: readonly Edit[]): Edit[] {
  if (!calls(init)) return []
  if (later.length > 0) return [[init.start, init.start, '/* @__PURE__ */ ']]
  return [
    [init.start, init.start, '/* @__PURE__ */ (() => ('],
    [init.end, init.end, '))()'],
  ]
}

/** The values of a module's constants. */
function constants(module: Node): Node[] {
  return inside(module)
    .map((node) => (node.type === 'ExportNamedDeclaration' ? node['declaration'] : node))
    .flatMap((node) => (isNode(node) && node.type === 'VariableDeclaration' ? inside(node) : []))
    .map(({ init }) => init)
    .filter((init) => isNode(init))
}

/** Makes an import cheap. No line moves, so that the source maps stay true. */
const lighten: Plugin = {
  name: 'lighten',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler(code, id) {
      const module = parseAst(code, { lang: 'ts' }, id) as unknown as Node
      const edits = constants(module)
        .flatMap((init) => [...pure(init, deferred(init)), ...deferred(init)])
        .sort(([a], [b]) => b - a)
      const edited = edits.reduce((text, [start, end, part]) => text.slice(0, start) + part + text.slice(end), code)
      return { code: edited, map: null }
    },
  },
}

/** Removes the JavaScript of files that are no more; declarations are the compiler's. */
const removeStale: Plugin = {
  name: 'remove-stale',
  writeBundle({ dir = '' }, bundle) {
    for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' }))
      if (/\.js(?:\.map)?$/.test(file) && !(file.split(sep).join('/') in bundle)) rmSync(join(dir, file))
  },
}

function optionsOf(name: string): RolldownOptions {
  const folder = join(import.meta.dirname, 'packages', name)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const shared = groups[name]
  return {
    cwd: folder,
    input: entries(folder, manifest),
    external: /^(?:@unifault\/|axios$|ky$|neverthrow$)/,
    platform: 'neutral',
    preserveEntrySignatures: 'allow-extension',
    plugins: [lighten, removeStale],
    output: {
      dir: join(folder, 'dist'),
      format: 'esm',
      sourcemap: true,
      // Names as written, so that a stack can be read; the comments stand in the sources, and only ASCII loads as fast as it can.
      minify: false,
      minifyInternalExports: false,
      comments: { annotation: true, jsdoc: false, legal: false },
      charset: 'ascii',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name].js',
      // Importing the catalog does not load the classifier.
      ...(name === 'providers' ? { paths: { '@unifault/core': '@unifault/core/definitions' } } : {}),
      ...(shared === undefined ? {} : { codeSplitting: { groups: shared } }),
    },
  }
}

const options: RolldownOptions[] = readdirSync(join(import.meta.dirname, 'packages'))
  .sort()
  .map(optionsOf)

// oxlint-disable-next-line import/no-default-export -- what rolldown reads
export default options
