// What a bundle of the built packages holds: one provider brings none of the others, and what is not used is left out.
import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { allProviders } from '@unifault/providers'
import { rolldown } from 'rolldown'

/** The minified bundle of a module. */
async function bundle(code: string): Promise<string> {
  const name = 'bundled.js'
  const build = await rolldown({
    input: name,
    cwd: import.meta.dirname,
    platform: 'browser',
    plugins: [
      {
        name: 'source',
        resolveId: (id) => (id === name ? `${import.meta.dirname}/${name}` : null),
        load: (id) => (id.endsWith(name) ? code : null),
      },
    ],
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  return output[0].code
}

const ids = allProviders.map(({ id }) => id)
for (const { id } of allProviders) {
  const code = await bundle(`export * from '@unifault/providers/${id}'`)
  const found = ids.filter((one) => new RegExp(`\\bid:["'\`]${one}["'\`]`).test(code))
  assert.deepEqual(found, [id], `a bundle of ${id} alone`)
}
const sizes = [
  ['isApiError', "export { isApiError } from '@unifault/core'"],
  ['fakeApiError', "export { fakeApiError } from '@unifault/core/testing'"],
  ['defineProvider and envelope', "export { defineProvider, envelope } from '@unifault/core'"],
  ['createClassifier', "export { createClassifier } from '@unifault/core'"],
  [
    'createClassifier and bilibili',
    "export { createClassifier } from '@unifault/core'; export * from '@unifault/providers/bilibili'",
  ],
  [
    'createClassifier and allProviders',
    "export { createClassifier } from '@unifault/core'; export { allProviders } from '@unifault/providers'",
  ],
] as const
const rows = sizes.map(
  async ([name, code]) => [name, { gzip: gzipSync(await bundle(code), { level: 9 }).length }] as const,
)
console.log(`\nA bundle of one provider holds it alone (${ids.length} bundled); what bundles weigh`)
console.table(Object.fromEntries(await Promise.all(rows)))
