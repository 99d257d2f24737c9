// The examples of docstrings, as programs.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import * as axios from '@unifault/axios'
import * as core from '@unifault/core'
import * as readers from '@unifault/core/readers'
import * as testing from '@unifault/core/testing'
import * as fetch from '@unifault/fetch'
import * as ky from '@unifault/ky'
import * as msw from '@unifault/msw'
import * as neverthrow from '@unifault/neverthrow'
import { allProviders } from '@unifault/providers/all-providers'
import * as recovery from '@unifault/recovery'
import * as redis from '@unifault/redis'
import { readDocument, root, type Snippet } from './snippets.ts'

/** Module → the names that examples take from it without saying so. */
const modules: Readonly<Record<string, readonly string[]>> = {
  '@unifault/core': Object.keys(core),
  '@unifault/core/readers': Object.keys(readers),
  '@unifault/core/testing': Object.keys(testing),
  '@unifault/axios': Object.keys(axios),
  '@unifault/fetch': Object.keys(fetch),
  '@unifault/ky': Object.keys(ky),
  '@unifault/msw': Object.keys(msw),
  '@unifault/neverthrow': Object.keys(neverthrow),
  '@unifault/recovery': Object.keys(recovery),
  '@unifault/redis': Object.keys(redis),
  '@unifault/providers/all-providers': ['allProviders'],
  '@unifault/providers/generic': ['generic'],
  '@unifault/providers/words': ['words'],
  ...Object.fromEntries(
    allProviders.map(({ id }) => [
      `@unifault/providers/${id}`,
      [id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())],
    ]),
  ),
  msw: ['http', 'HttpResponse'],
  'msw/node': ['setupServer'],
  'msw/browser': ['setupWorker'],
  redis: ['createClient'],
  '@tanstack/react-query': ['QueryClient'],
}
const defaults: Readonly<Record<string, string>> = {
  axios: 'axios',
  ky: 'ky',
  openai: 'OpenAI',
  'axios-retry': 'axiosRetry',
  'p-retry': 'pRetry',
}
/** What an example has at hand: declared in `with/docstring.ts`, and the error in `with/error.ts`. */
const atHand = [
  ...readDocument('test/readme/with/docstring.ts').matchAll(/^export (?:declare )?(?:const|class|function) (\w+)/gm),
].map(([, name = '']) => name)

function importsOf(code: string): string[] {
  const has = (name: string): boolean =>
    new RegExp(`(?<![\\w'"$/-]|(?<!\\.\\.)\\.)${name}\\b(?!['":]|-)`).test(code) &&
    !new RegExp(`(?:const|import)[^=\\n]*\\b${name}\\b(?!:)[^=\\n]*(?:=|from)`).test(code)
  const lines: string[] = []
  const taken = new Set<string>()
  const take = (from: string, names: readonly string[]): void => {
    const wanted = names.filter((name) => !taken.has(name) && has(name))
    for (const name of wanted) taken.add(name)
    if (wanted.length > 0) lines.push(`import { ${wanted.join(', ')} } from '${from}'`)
  }
  for (const [from, names] of Object.entries(modules)) take(from, names)
  for (const [from, name] of Object.entries(defaults)) if (has(name)) lines.push(`import ${name} from '${from}'`)
  take('../../readme/with/docstring.ts', atHand)
  if (!/catch \(error\)/.test(code)) take('../../readme/with/error.ts', ['error'])
  return lines
}

/** The examples of all public names. A line `value // 'result'` is run: it prints its result. */
export function readExamples(folder: string): Snippet[] {
  return globSync('packages/*/src/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.|generated|packages\/unifault\//.test(file))
    .toSorted()
    .flatMap((file) =>
      [...readDocument(file).matchAll(/\/\*\*([^]*?)\*\//g)]
        .flatMap(([, doc = '']) => doc.split(/^ *\* @example\n/m).slice(1))
        .map(
          (part) =>
            part
              .split(/^ *\* @/m)[0]
              ?.replaceAll(/^ *\* ?/gm, '')
              .trim() ?? '',
        )
        .map((code, index): Snippet => {
          const told = /^(?!const)(.*\S) \/\/ ('[^']*')$/gm
          const lines = code.split('\n')
          const own = lines.filter((line) => line.startsWith('import '))
          const rest = lines.filter((line) => !line.startsWith('import ')).join('\n')
          const results = [...rest.matchAll(told)].map(([, , result = '']) => result.slice(1, -1))
          const body =
            results.length > 0
              ? rest.replaceAll(told, 'console.log($1)')
              : `export async function example() {\n${rest}\n}`
          return {
            name: `${file} ${index + 1}`,
            text: [...own, ...importsOf(code), body, 'export {}', ''].join('\n'),
            file: join(folder, `${file.replaceAll(/\W/g, '-')}-${index + 1}.ts`),
            output: results,
            isRun: results.length > 0,
          }
        }),
    )
}
