// What the documents list, beside what it is a list of.
import { describe, expect, test } from 'vitest'
import { classifierOptionKinds } from '../../packages/core/src/checks.ts'
import { traits } from '../../packages/core/src/reasons.ts'
import { fakeApiError } from '../../packages/core/src/testing.ts'
import { bodyOptionKinds } from '../../packages/fetch/src/examine.ts'
import { readDocument, root } from './snippets.ts'

/** What bundles are promised to weigh. In a package of its own, which the compiler does not see from here. */
const { cases } = (await import(`${root}/conformance/bundlers/cases.ts`)) as {
  cases: { readonly name: string; readonly over?: string; readonly limit?: number }[]
}

/** The rows of the table below a head line that begins so: the names in the first cell. */
function namesBelow(document: string, head: string): string[] {
  const [, rows = ''] = document.split(new RegExp(`^\\| ${head} \\|.*\\n\\| --- .*\\n`, 'm'))
  return rows
    .slice(0, rows.indexOf('\n\n'))
    .split('\n')
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name))
}

describe.each([
  ['docs', 'field', 'option'],
  ['docs/zh', '字段', '选项'],
])('the pages in %s', (folder, fields, options) => {
  const concepts = readDocument(`${folder}/concepts.md`)

  test('lists every reason once, under its category, with its retry and recovery', () => {
    const rows = [...concepts.matchAll(/^\| ([\w-]*) ?\| `([\w-]+)`[^|]*\| ([\w-]+) \| ([\w-]+) \|$/gm)]
    let category = ''
    const listed = rows.map(([, own = '', reason, retry, recovery]) => {
      category = own || category
      return [reason, category, retry, recovery]
    })
    expect(listed).toEqual(
      Object.entries(traits).map(([reason, [category, , recovery, retry = 'never']]) => [
        reason,
        category,
        retry,
        recovery,
      ]),
    )
  })

  test('lists every field of an ApiError', () => {
    expect(namesBelow(concepts, fields).toSorted()).toEqual(Object.keys(fakeApiError({ reason: 'timeout' })).toSorted())
  })

  test('lists every option of every adapter', () => {
    const ofAdapters = ['mode', 'maxWaitMs', 'recovery']
    const all = [...Object.keys(classifierOptionKinds), ...Object.keys(bodyOptionKinds), ...ofAdapters]
    expect(namesBelow(readDocument(`${folder}/options.md`), options).toSorted()).toEqual(all.toSorted())
  })

  test('tell the lines of each interceptor before and after', () => {
    const migrating = readDocument(`${folder}/migrating.md`)
    const lines = [...migrating.matchAll(/^```ts\n([^]*?)^```$/gm)].map(
      ([, code = '']) => code.split('\n').filter((line) => /[^\s})\]]/.test(line) && !line.startsWith('//')).length,
    )
    const told = [...migrating.matchAll(/^\| \[.*\) \| (\d+) \| (\d+) \|$/gm)].flatMap(([, ...both]) =>
      both.map(Number),
    )
    expect(told).toEqual(lines)
  })

  test('name the SDKs with the versions that are tried', () => {
    const { devDependencies } = JSON.parse(readDocument('conformance/sdks/package.json')) as {
      devDependencies: Record<string, string>
    }
    const rows = /^\| --- \| --- \| --- \|\n((?:\|.*\n)*)/m.exec(readDocument(`${folder}/sdks.md`))?.[1] ?? ''
    const named = [...rows.matchAll(/((?:@[\w-]+\/)?[\w-]+) (\d+\.\d+\.\d+)/g)]
    expect(named.length).toBeGreaterThan(6)
    expect(named.filter(([, name = '', version]) => devDependencies[name] !== version).map(String)).toEqual([])
  })
})

describe.each(['README.md', 'README.zh-CN.md', 'docs/sizes.md', 'docs/zh/sizes.md'])('%s', (name) => {
  test('promises no less than the sizes that are checked', () => {
    const limits = new Map(cases.map(({ name, over, limit }) => [over ? `${name}, over ${over}` : name, limit]))
    const rows = [...readDocument(name).matchAll(/^\| ([^`|]+) \| ([\d.]+) \|$/gm)]
    expect(rows.length).toBeGreaterThan(3)
    for (const [, program = '', told] of rows) expect([program, limits.get(program)]).toEqual([program, Number(told)])
  })
})

test('the sizes that are looked at after each change are those that bundles are promised to have', async () => {
  const { default: quick } = (await import(`${root}/.size-limit.ts`)) as {
    default: { readonly name: string; readonly limit: string }[]
  }
  const promised = new Map(cases.map(({ name, limit }) => [name, limit]))
  for (const { name, limit } of quick)
    if (promised.has(name)) expect([name, Number.parseFloat(limit)]).toEqual([name, promised.get(name)])
})
