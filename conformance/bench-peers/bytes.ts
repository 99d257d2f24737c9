// What each library weighs in a browser's bundle for production: minified by esbuild, then gzip.
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Weight } from './measure.ts'

const programs: readonly (readonly [name: string, program: string, external: readonly string[], gives: string])[] = [
  ['http-errors', "export { default } from 'http-errors'", [], 'errors by status'],
  ['@octokit/request-error', "export { RequestError } from '@octokit/request-error'", [], 'one error class'],
  [
    '@smithy/service-error-classification',
    "export * from '@smithy/service-error-classification'",
    [],
    "AWS' four questions",
  ],
  ['axios-retry, beside axios', "export { default } from 'axios-retry'", ['axios'], 'repeats by status'],
  ['ofetch', "export { ofetch } from 'ofetch'", [], 'a client'],
  ['wretch', "export { default } from 'wretch'", [], 'a client'],
  ['up-fetch', "export { up } from 'up-fetch'", [], 'a client'],
  ['ky', "export { default } from 'ky'", [], 'a client'],
  ['axios', "export { default } from 'axios'", [], 'a client'],
  ['isApiError alone', "export { isApiError } from '@unifault/core'", [], 'recognises our errors'],
  [
    'unifault for axios',
    "export { installApiErrors, isApiError } from '@unifault/axios'",
    ['axios'],
    'judges and redacts',
  ],
  [
    'unifault for axios, with bilibili',
    "export { installApiErrors, isApiError } from '@unifault/axios'; export { bilibili } from '@unifault/providers/bilibili'",
    ['axios'],
    'and knows the codes of bilibili',
  ],
  ['unifault for ky', "export { wrapKy, isApiError } from '@unifault/ky'", ['ky'], 'judges and redacts'],
  ['unifault for fetch', "export { wrapFetch, isApiError } from '@unifault/fetch'", [], 'judges and redacts'],
  [
    'all providers',
    "export { allProviders } from '@unifault/providers/all-providers'",
    ['@unifault/core'],
    'every code of the catalog',
  ],
  ['words', "export { words } from '@unifault/providers/words'", ['@unifault/core'], 'reads what no table knows'],
]

export async function weigh(): Promise<Weight[]> {
  const weights: Weight[] = []
  for (const [name, program, external, gives] of programs) {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: import.meta.dirname },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      conditions: ['production', 'module'],
      external: [...external],
      logLevel: 'error',
    })
    weights.push({ name, gzip: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length, gives })
  }
  console.table(Object.fromEntries(weights.map(({ name, gzip }) => [name, { gzip }])))
  return weights
}
