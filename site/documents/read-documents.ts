// The documents of the repository, in the order in which one reads them.
import { globSync, readFileSync } from 'node:fs'
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

/** The address of the files of the repository, with a slash at its end. */
export function repositoryAddress(): string {
  const manifest = JSON.parse(readFileSync(join(repository, 'packages/core/package.json'), 'utf8')) as {
    repository: { url: string }
  }
  return `${manifest.repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/`
}

/** Documents that stand elsewhere in the repository. */
const others: Readonly<Record<string, string>> = {
  'CONTRIBUTING.md': '/docs/contributing/',
  'SECURITY.md': '/docs/security-policy/',
}

/** All documents of both languages, in the order in which `docs/README.md` lists them; the home page is the README. */
export function readDocuments(): Document[] {
  return [
    read('README.md', 'en', '/'),
    ...readFolder('docs', 'en', '/docs/'),
    ...Object.entries(others).map(([file, path]) => read(file, 'en', path)),
    read('README.zh-CN.md', 'zh', '/zh/'),
    ...readFolder('docs/zh', 'zh', '/zh/docs/'),
  ]
}

/** The documents of a folder: its list first, then what that lists, then the others by title. */
function readFolder(folder: string, language: Language, path: string): Document[] {
  const documents = globSync(`${folder}/*.md`, { cwd: repository }).map((file) => {
    const name = basename(file, '.md')
    return read(file, language, name === 'README' ? path : `${path}${name}/`)
  })
  const list = documents.find((one) => one.path === path)
  const listed = [...(list?.text.matchAll(/\]\(([\w-]+\.md)\)/g) ?? [])].map(([, name]) => `${folder}/${name}`)
  const rank = ({ file, path: own }: Document): number => {
    const at = listed.indexOf(file)
    return own === path ? -1 : at < 0 ? listed.length : at
  }
  return documents.sort((a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : 1))
}

function read(file: string, language: Language, path: string): Document {
  const text = plain(readFileSync(join(repository, file), 'utf8'))
  const title = /^# (.+)$/m.exec(text)?.[1]?.trim() ?? basename(file, '.md')
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
