// The documents of the repository, in the order in which one reads them.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '../words.ts'
import { plain } from './plain.ts'

export interface Document {
  /** The file, from the repository's root. */
  readonly file: string
  readonly language: Language
  readonly title: string
  /** The first paragraph, as text. */
  readonly summary: string
  /** Without the comments by which examples are tested, and without the link to the other language. */
  readonly text: string
  /** Its path on the site, with a slash at both ends. */
  readonly path: string
}

export const repository: string = fileURLToPath(new URL('../..', import.meta.url))

/** The order of the documents; those that it does not name follow by title. */
const order = [
  'concepts',
  'axios',
  'ky',
  'fetch',
  'providers',
  'errors',
  'words',
  'sdks',
  'streams',
  'server',
  'telemetry',
  'recovery',
  'testing',
  'command',
  'pipelines',
  'security',
]
/** Documents that stand elsewhere in the repository. */
const others: Readonly<Record<string, string>> = {
  'CONTRIBUTING.md': '/docs/contributing/',
  'SECURITY.md': '/docs/security/',
}

/** All documents of both languages; the home page is the README. */
export function readDocuments(): Document[] {
  const en = globSync('docs/*.md', { cwd: repository }).map((file) => read(file, 'en', `/docs/${nameOf(file)}/`))
  const zh = globSync('docs/zh/*.md', { cwd: repository }).map((file) => read(file, 'zh', `/zh/docs/${nameOf(file)}/`))
  const taken = new Set(en.map(({ path }) => path))
  const more = Object.entries(others)
    .filter(([file, path]) => existsSync(join(repository, file)) && !taken.has(path))
    .map(([file, path]) => read(file, 'en', path))
  return [
    read('README.md', 'en', '/'),
    ...sorted([...en, ...more]),
    read('README.zh-CN.md', 'zh', '/zh/'),
    ...sorted(zh),
  ]
}

function nameOf(file: string): string {
  return basename(file, '.md')
}

function sorted(documents: readonly Document[]): Document[] {
  const rank = ({ path }: Document): number => {
    const at = order.indexOf(basename(path))
    return at < 0 ? order.length : at
  }
  return [...documents].sort((a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : 1))
}

function read(file: string, language: Language, path: string): Document {
  const text = plain(readFileSync(join(repository, file), 'utf8'))
  const title = /^# (.+)$/m.exec(text)?.[1]?.trim() ?? nameOf(file)
  return { file, language, title, summary: summaryOf(text), text, path }
}

/** The first paragraph of sentences. */
function summaryOf(text: string): string {
  const paragraph = text.split(/\n\s*\n/).find((one) => /^[\p{L}`*]/u.test(one.trim())) ?? ''
  return paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
