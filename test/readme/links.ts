// What a document points at, and whether it is there.
import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readDocument, root } from './snippets.ts'

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(document: string): string[] {
  const prose = document.replaceAll(/^```[^]*?^```$/gm, '')
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** The repository's own pages, as packages link to them: they stand alone in the registry. */
const own = /^https:\/\/github\.com\/unifault\/unifault\/(?:blob|tree)\/main\//

/** Links into the repository whose file or anchor is not there. */
export function brokenLinks(name: string): string[] {
  const prose = readDocument(name).replaceAll(/^```[^]*?^```$/gm, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => {
      const isOwn = own.test(link)
      if (/^https?:/.test(link) && !isOwn) return false
      const [path = '', anchor] = link.replace(own, '').split('#')
      const file = isOwn ? path : path === '' ? name : join(dirname(name), path)
      if (!existsSync(join(root, file))) return true
      return anchor !== undefined && !anchorsOf(readDocument(file)).includes(decodeURIComponent(anchor))
    })
}

/** Commands of this repository that a document names and nobody has. */
export function missingCommands(name: string): string[] {
  const { scripts } = JSON.parse(readDocument('package.json')) as { scripts: Record<string, string> }
  const own = ['add', 'exec', 'install', ...Object.keys(scripts)]
  return [...readDocument(name).matchAll(/\bpnpm(?:@12)? ([\w:]+)/g)]
    .map(([, command = '']) => command)
    .filter((command) => !own.includes(command))
}

/** Files of this repository that a document names and that are not there. `acme` is the example's. */
export function missingFiles(name: string): string[] {
  return [...readDocument(name).matchAll(/`((?:test|packages|examples|docs|conformance)\/[\w./*-]+)`/g)]
    .map(([, file = '']) => file)
    .filter((file) => !/acme/.test(file) && globSync(file, { cwd: root }).length === 0)
}
