import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { siteLink, slugOf } from '../documents/links.ts'
import { readDocuments, repository } from '../documents/read-documents.ts'
import { dist } from './serve.ts'

const documents = readDocuments()

test('every document of the repository is a page of the site, and stands in llms.txt', () => {
  const files = globSync(['docs/*.md', 'docs/zh/*.md'], { cwd: repository })
  expect(files.length).toBeGreaterThan(10)
  const list = readFileSync(join(dist, 'llms.txt'), 'utf8')
  for (const file of files) {
    const document = documents.find((one) => one.file === file)
    expect(document, file).toBeDefined()
    expect(existsSync(join(dist, document?.path ?? '', 'index.html')), file).toBe(true)
    expect(list, file).toContain(`${document?.path}index.md)`)
  }
})

test('llms-full.txt has the text of every English document', () => {
  const full = readFileSync(join(dist, 'llms-full.txt'), 'utf8')
  for (const { language, text, file } of documents) if (language === 'en') expect(full.includes(text), file).toBe(true)
})

test('links of documents lead to pages of the site, and else into the repository', () => {
  const axios = documents.find(({ file }) => file === 'docs/axios.md')
  if (axios === undefined) throw new Error('There is no docs/axios.md')
  const link = (href: string): string => siteLink(href, axios, documents, 'https://example.com/')
  expect(link('ky.md#retry')).toBe('/docs/ky/#retry')
  expect(link('zh/axios.md')).toBe('/zh/docs/axios/')
  expect(link('../README.md')).toBe('/')
  expect(link('../TABLES.md')).toBe('/catalog/')
  expect(link('../examples')).toBe('https://example.com/examples')
  expect(link('#here')).toBe('#here')
  expect(link('https://example.org/a')).toBe('https://example.org/a')
})

test('headings have the anchors that GitHub gives them', () => {
  expect(slugOf('Four categories, 35 reasons')).toBe('four-categories-35-reasons')
  expect(slugOf('ky、axios 与 fetch')).toBe('kyaxios-与-fetch')
})
