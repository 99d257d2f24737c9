// Prints what comes of every payload and of some hostile bodies, in a world that the option names.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { RawResponse } from '@unifault/core'

const world = process.argv[2]
const payloads = globSync(join(import.meta.dirname, '../../../packages/providers/payloads/*.jsonl'))
  .sort()
  .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as RawResponse)
const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toJSON', 'then', 'toString', 'valueOf']
const answers: RawResponse[] = [
  ...payloads,
  ...names.flatMap((name) =>
    [`{"code":"${name}","message":"${name}"}`, `{"${name}":{"code":1,"message":"x"},"code":5}`, `{"${name}":1}`].map(
      (body) => ({ url: 'https://api.bilibili.com/x', method: 'GET', status: 400, headers: {}, body }),
    ),
  ),
]

/** Not `get` and `set`: with them the language's own `Object.defineProperty` fails for everybody. */
const polluted =
  `code message msg error status statusCode reason retry when tests outcome dialect dialects judge codes hosts paths readers
  read decode requires success data forEach has then href body headers method url origin pass prototype prepareStackTrace
  onError onDefect onUnknownCode fallback overrides messages docs wait at unit match param requestId retryAfterMs waitMs issues cause
  errors name stack category code_ err errcode errno err_no ret request_id value writable enumerable configurable`
    .trim()
    .split(/\s+/)

function freezeAll(value: unknown, seen: Set<unknown> = new Set()): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return
  seen.add(value)
  for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(value)))
    for (const part of [descriptor.value, descriptor.get, descriptor.set] as unknown[]) freezeAll(part, seen)
  freezeAll(Object.getPrototypeOf(value), seen)
  Object.freeze(value)
}

function pollute(value: unknown): void {
  for (const name of polluted)
    // oxlint-disable-next-line no-extend-native -- that is the attack
    Object.defineProperty(Object.prototype, name, {
      __proto__: null,
      value,
      writable: true,
      configurable: true,
    } as object)
}

const worlds: Record<string, () => void> = {
  plain() {},
  'polluted by texts'() {
    pollute('polluted')
  },
  'polluted by functions'() {
    pollute(() => 'polluted')
  },
  'polluted by objects'() {
    pollute({ code: 'polluted', status: 400, by: 'polluted' })
  },
  'of frozen intrinsics'() {
    for (const intrinsic of [
      Object,
      Function,
      Array,
      String,
      Number,
      RegExp,
      Error,
      TypeError,
      Map,
      Set,
      WeakMap,
      WeakSet,
    ])
      freezeAll(intrinsic)
    for (const intrinsic of [Symbol, Promise, Math, JSON, Reflect, Uint8Array, Date, Proxy]) freezeAll(intrinsic)
  },
  'whose stacks throw'() {
    Error.prepareStackTrace = () => {
      throw new Error('prepareStackTrace')
    }
  },
  'whose stacks are no text'() {
    Error.prepareStackTrace = () => ({ secret: true })
  },
  'without stacks'() {
    Error.stackTraceLimit = 0
  },
  'whose limit of stacks cannot be written'() {
    Object.defineProperty(Error, 'stackTraceLimit', { value: 3, writable: false, configurable: false })
  },
}

const core = await import('@unifault/core')
const { allProviders, generic } = await import('@unifault/providers')
worlds[world ?? '']?.()
const defects = new Set<string>()
const classify = core.createClassifier(allProviders, {
  fallback: generic,
  onDefect: ({ error }) => defects.add(String((error as Error).stack)),
})

const verdicts: unknown[] = []
for (const answer of answers) {
  const error = classify(answer)
  if (error === undefined) {
    verdicts.push(null)
    continue
  }
  const fields = error.toJSON()
  const views = [JSON.stringify(error), String(error), core.toProblemDetails(error, 'relay').detail]
  const isShown = inspect(error).includes(error.reason)
  verdicts.push([
    fields['message'],
    fields['code'],
    fields['reason'],
    fields['retry'],
    error.retryAfterMs,
    views,
    isShown,
  ])
}
for (const name of polluted) if (world?.startsWith('polluted')) Reflect.deleteProperty(Object.prototype, name)
process.stdout.write(JSON.stringify(verdicts))
if (defects.size > 0) throw new Error([...defects].join('\n'))
