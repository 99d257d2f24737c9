// Lines that are short as text and huge as values: a thread that parses one ends, and with it the run.
import { Readable, Writable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { mostLine } from './line-cutter.ts'
import { judgeLines } from './pipe.ts'
import { isTooHeavy } from './weight.ts'

vi.setConfig({ testTimeout: 120_000 })

const recordOf = (body: string): string => `{"url":"https://api.bilibili.com/x","status":200,"body":${body}}`
const listOf = (unit: (n: number) => string, length: number): string => {
  const units: string[] = []
  for (let size = 0, n = 0; size < length; n++) {
    units.push(unit(n))
    size += (units.at(-1)?.length ?? 0) + 1
  }
  return `[${units.join(',')}]`
}

const heavy: Readonly<Record<string, (n: number) => string>> = {
  'empty lists': () => '[]',
  'empty objects': () => '{}',
  'objects of a member': () => '{"a":1}',
  'objects of a shape of their own': (n) => `{"k${n}":1}`,
}
const light: Readonly<Record<string, (n: number) => string>> = {
  'objects as platforms send them': (n) =>
    `{"id":${n},"name":"somebody","tags":["a","b"],"at":"2024-01-01T00:00:00Z","of":{"id":1,"name":"a"},"text":"${'x'.repeat(40)}"}`,
  texts: () => '"abcdefgh"',
  'texts of brackets': () => `"${'[{,:'.repeat(1000)}"`,
  'texts of escapes': () => `"${String.raw`\"\\`.repeat(1000)}"`,
}

test.each(Object.entries(heavy))('sixteen megabytes of %s are too heavy', (_name, unit) => {
  expect(isTooHeavy(recordOf(listOf(unit, 0.95 * mostLine)))).toBe(true)
})

test.each(Object.entries(light))('sixteen megabytes of %s are not', (_name, unit) => {
  expect(isTooHeavy(recordOf(listOf(unit, 0.95 * mostLine)))).toBe(false)
})

test('a heavy line is counted, and those around it have their verdict', async () => {
  const good = recordOf('{"code":-352}')
  const bad = Object.values(heavy).map((unit) => recordOf(listOf(unit, 0.95 * mostLine)))
  const lines = [good, ...bad.flatMap((line) => [line, good])]
  let output = ''
  const sink = new Writable({
    write(bytes: Buffer, _encoding, done) {
      output += bytes.toString()
      done()
    },
  })
  const source = Readable.from(lines.map((line) => Buffer.from(`${line}\n`)))
  const setup = { judge: {}, members: {}, lines: { copy: [], fields: undefined, message: false } }
  const { tally } = await judgeLines(setup, source, sink, 1)
  expect(tally).toMatchObject({ answers: bad.length + 1, unread: { 'too-long': bad.length } })
  expect(output.trimEnd().split('\n').length).toBe(lines.length)
})
