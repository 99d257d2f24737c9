// The document: its text, its form, and what a reader of that form finds in it.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { UserError } from '../errors.ts'
import type { Block } from './blocks.ts'
import { likelyDelimiter, readDelimited } from './delimited.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { findTextTables } from './plain-text.ts'
import { readRst } from './rst.ts'
import { findCodeSections } from './sections.ts'

/** How the document is written. */
export type Form = 'markdown' | 'rst' | 'html' | 'delimited' | 'text'

/** No page of error codes is longer. */
const mostBytes = 32 * 1024 * 1024

/** So many lines, and so much of each, tell the form of a document. */
const mostLooked = 20_000
const widestLooked = 400

const byExtension: Readonly<Record<string, Form>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'markdown',
  '.rst': 'rst',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.csv': 'delimited',
  '.tsv': 'delimited',
}

/**
 * The text of a file; `-` is standard input. UTF-8, UTF-16 with its mark, or GB 18030.
 *
 * @throws UserError where it cannot be read, is no text, or too long
 */
export function readDocument(file: string): string {
  const bytes = file === '-' ? readAll(0, file) : readFile(file)
  if (bytes.length === 0) throw new UserError('is empty', { file, expected: 'a page of error codes' })
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0))
    throw new UserError('is no text', { file, expected: 'Markdown, reStructuredText, HTML, CSV, TSV or text' })
  try {
    return withoutReturns(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return withoutReturns(new TextDecoder('gb18030').decode(bytes))
  }
}

const withoutReturns = (text: string): string => text.replace(/\r\n?/g, '\n')

function readFile(file: string): Buffer {
  let descriptor: number
  try {
    if (statSync(file).isDirectory()) throw new UserError('is a folder', { file, expected: 'a file' })
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, {
      file,
      expected: 'a file',
    })
  }
  try {
    return readAll(descriptor, file)
  } finally {
    closeSync(descriptor)
  }
}

function readAll(descriptor: number, file: string): Buffer {
  const chunks: Buffer[] = []
  let total = 0
  for (;;) {
    const chunk = Buffer.alloc(1 << 16)
    const length = readSync(descriptor, chunk)
    if (length === 0) return Buffer.concat(chunks)
    if ((total += length) > mostBytes)
      throw new UserError('is too long', { file, expected: `at most ${mostBytes / 1024 / 1024} MiB` })
    chunks.push(chunk.subarray(0, length))
  }
}

/** The form of a document, by the extension of its file, else by what stands in it. */
export function formOf(file: string, text: string): Form {
  const named = byExtension[extname(file).toLowerCase()]
  if (named !== undefined) return named
  const lines = text.split('\n', mostLooked).map((line) => line.slice(0, widestLooked).trim())
  const has = (sign: RegExp): boolean => lines.some((line) => sign.test(line))
  if (has(/<(?:!doctype html|html|table|tbody|tr)\b/i)) return 'html'
  if (has(/^=+(?: +=+)+$|^\+(?:[-=]+\+)+$|^\.\. (?:list-table|csv-table)::/)) return 'rst'
  if (has(/^(?=[-: |]+$)\|?[ :]*--[-: ]*\||^#{1,6} \S|^[-*] +[`*]/)) return 'markdown'
  const delimiter = likelyDelimiter(text)
  return delimiter === undefined ? 'text' : 'delimited'
}

/** The headings, tables and lines of a document; tables that stand in running text are found as well. */
export function blocksOf(text: string, form: Form, file: string = ''): Block[] {
  return findTextTables(findCodeSections(read(text, form, file)))
}

function read(text: string, form: Form, file: string): Block[] {
  switch (form) {
    case 'markdown':
      return readMarkdown(text)
    case 'rst':
      return readRst(text)
    case 'html':
      return readHtml(text)
    case 'delimited':
      return readDelimited(text, ...(extname(file).toLowerCase() === '.tsv' ? (['\t'] as const) : []))
    case 'text':
      return text.split('\n').map((line, index) => ({ kind: 'line', line: index + 1, text: line.trimEnd() }))
  }
}
