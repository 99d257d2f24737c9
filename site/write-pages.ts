// Writes the pages that VitePress builds into `generated/pages`: the documents, and one for each part of the catalog.
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PlacedProvider } from './catalog/lay-out.ts'
import { pathOf } from './catalog/path.ts'
import { type Document, repository } from './documents/read-documents.ts'
import { type Language, words } from './words.ts'

export const pagesFolder: string = fileURLToPath(new URL('generated/pages', import.meta.url))
const languages: readonly Language[] = ['en', 'zh']

/** Writes all pages anew. */
export function writePages(documents: readonly Document[], providers: readonly PlacedProvider[]): void {
  rmSync(pagesFolder, { recursive: true, force: true })
  for (const document of documents) writeDocument(document)
  for (const language of languages) {
    const root = language === 'zh' ? 'zh/' : ''
    const say = words[language]
    write(`${root}catalog/`, { kind: 'catalog', title: say.catalog, wide: true })
    write(`${root}playground/`, { kind: 'playground', title: say.playground, wide: true })
    for (const provider of providers) writeProvider(provider, language, root)
  }
  for (const image of globSync('docs/*.{svg,png}', { cwd: repository }))
    cpSync(join(repository, image), join(pagesFolder, 'public/images', basename(image)))
}

function writeDocument({ path, text, title, summary }: Document): void {
  const isHome = path === '/' || path === '/zh/'
  // The home page has a heading of its own.
  const body = isHome ? text.replace(/^# .*\n+[^\n]*\n/, '') : text
  const front = isHome ? { kind: 'home', title: 'unifault', titleTemplate: summary.split(/[.。]/)[0] } : { title }
  write(path.slice(1), { ...front, description: summary.slice(0, 300) }, body)
}

function writeProvider({ id, name, rows, parts }: PlacedProvider, language: Language, root: string): void {
  const say = words[language]
  for (const [part] of parts.entries()) {
    const page = parts.length > 1 ? ` (${say.page(part + 1, parts.length)})` : ''
    write(`${root}catalog/${pathOf(id, part)}`, {
      kind: 'provider',
      title: `${say.title(name)}${page}`,
      description: say.description(name, rows.length),
      wide: true,
      provider: id,
      name,
      part,
    })
  }
}

function write(path: string, front: Readonly<Record<string, unknown>>, body = ''): void {
  const { wide, ...own } = front
  const around = wide === true ? { layout: 'page', search: false } : {}
  const lines = Object.entries({ ...own, ...around }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const file = join(pagesFolder, path, 'index.md')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `---\n${lines.join('\n')}\n---\n\n${body}\n`)
}
