// Prints, for each kind of answer, how many bytes one error of it keeps alive. Run with --expose-gc.
import { type ApiError, createClassifier, type RawResponse } from '@unifault/core'
import { allProviders, generic } from '@unifault/providers'

const classify = createClassifier(allProviders, { fallback: generic })
const tellsUnjudged = createClassifier(allProviders, { fallback: false, onUnjudged: () => undefined })
const size = 1_000_000
const few = 3
const more = 16

/** Text of its own each time, so that nothing is shared, and in one piece, as it comes from a decoder. */
function filled(index: number, length = size): string {
  return Buffer.alloc(length, `${index}-abcdefghij `).toString()
}

const at = (index: number): RawResponse => ({
  url: `https://a${index}.test/x`,
  method: 'GET',
  status: 500,
  headers: {},
  body: '',
})

const kinds: Record<string, (index: number) => RawResponse> = {
  'a message at the front of a large JSON text': (index) => ({
    ...at(index),
    body: `{"message":"${filled(index, 60)}","code":"${index}","rest":"${filled(index)}"}`,
  }),
  'a large message': (index) => ({ ...at(index), body: `{"message":"${filled(index)}"}` }),
  'a parsed value': (index) => ({ ...at(index), body: { message: filled(index), error: { message: filled(index) } } }),
  'ten megabytes of text': (index) => ({ ...at(index), body: filled(index, size * 10) }),
  bytes: (index) => ({ ...at(index), body: Buffer.from(`{"message":"${filled(index)}"}`) }),
  'a page': (index) => ({
    ...at(index),
    url: 'https://api.github.com/x',
    body: `<html><title>Error ${index}</title><body>${filled(index)}</body></html>`,
  }),
  XML: (index) => ({
    ...at(index),
    url: 'https://s3.amazonaws.com/x',
    body: `<Error><Code>Code${index}</Code><Message>${filled(index)}</Message><RequestId>id${index}</RequestId></Error>`,
  }),
  'long header values': (index) => ({
    ...at(index),
    headers: { 'x-request-id': filled(index), 'retry-after': filled(index), 'content-type': filled(index) },
  }),
  'a long URL': (index) => ({ ...at(index), url: `https://a.test/${filled(index)}?token=${filled(index)}` }),
  'a long URL that nobody judges': (index) => {
    const url = `https://b${index}.test/${filled(index)}`
    tellsUnjudged({ ...at(index), url, status: 200, headers: { 'content-type': 'application/json' }, body: '{}' })
    return at(index)
  },
  'a large request': (index) => ({
    ...at(index),
    body: `{"message":"${index}"}`,
    requestHeaders: { authorization: filled(index) },
    requestBody: `password=${filled(index)}`,
  }),
  'many issues': (index) => ({
    ...at(index),
    body: {
      title: 'x',
      status: 500,
      errors: Array.from({ length: 1000 }, () => ({ pointer: filled(index, 1000), detail: filled(index, 1000) })),
    },
  }),
}

const collect = (globalThis as { gc?: () => void }).gc
if (collect === undefined) throw new Error('run with --expose-gc')

function inUse(): number {
  for (let round = 0; round < 4; round++) collect?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const kept: Record<string, number> = {}
for (const [kind, make] of Object.entries(kinds)) {
  classify(make(-1)) // what is compiled and remembered once
  const errors: (ApiError | undefined)[] = []
  const grow = (to: number): number => {
    while (errors.length < to) errors.push(classify(make(errors.length)))
    return inUse()
  }
  // The engine itself keeps the last text that an expression ran over: so one answer more or less does not count.
  const before = grow(few)
  const growth = grow(few + more) - before
  if (errors.includes(undefined)) throw new Error(`${kind}: no error`)
  kept[kind] = Math.round(growth / more)
}
process.stdout.write(JSON.stringify(kept))
