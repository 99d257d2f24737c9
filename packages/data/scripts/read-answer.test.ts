// The published files say enough: a program that knows nothing else comes to the library's verdicts, payload by payload.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClassifier, form, html, jsonp, type Provider, type Reader, sse, xmlTags } from '@unifault/core'
import { allProviders } from '@unifault/providers/all-providers'
import { expect, test } from 'vitest'
import { multipart } from '../../providers/src/multipart.ts'
import { type Payload, readPayloads } from '../../providers/scripts/read-payloads.ts'
import { parseJson } from '../../core/src/json.ts'
import { dataFiles } from './data-files.ts'
import type { Answer, ProviderFile, Taxonomy } from './form.ts'
import { readAnswer } from './read-answer.ts'

const files = dataFiles(allProviders)
const taxonomy = JSON.parse(files.get('taxonomy.json') ?? '') as Taxonomy
const providerFiles = allProviders.map(({ id }) => JSON.parse(files.get(`providers/${id}.json`) ?? '') as ProviderFile)
const parsers = new Map<string, Reader>([form, html, jsonp, sse, xmlTags, multipart].map((one) => [one.name, one]))

/** A body as the parsers of its provider make it; numbers that this language would round keep their digits. */
function parse(body: string, readers: readonly string[]): unknown {
  try {
    return JSON.parse(body, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' && !Number.isSafeInteger(value) ? context?.source : value,
    )
  } catch {
    return (
      parseJson(body) ?? readers.map((name) => parsers.get(name)?.read?.(body)).find((value) => value !== undefined)
    )
  }
}

function answerOf({ url, status, headers, body, event }: Payload, { dialects }: ProviderFile): Answer {
  const { hostname: host, pathname: path } = new URL(url)
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const value = parse(body, [...new Set(dialects.flatMap(({ readers = [] }) => readers))])
  return { host, path, status, text: body, value, event, header: (name) => byName.get(name.toLowerCase()) }
}

/** What decides a payload: the files, what they do not say, or nothing that is known. */
type Deciding = 'files' | 'words' | 'functions' | 'headers' | 'unknown'

function compare(provider: Provider): { title: string; by: Deciding }[] {
  const file = providerFiles.find(({ id }) => id === provider.id)!
  const classify = createClassifier(provider)
  return readPayloads(provider.id).map((payload) => {
    const error = classify(payload)
    const { by, dialect } = error?.matchedBy ?? {}
    const { reason, code } = readAnswer(file, taxonomy, answerOf(payload, file))
    const title = `${payload.title}: ${reason} ${code}, not ${error?.reason} ${error?.code}`
    if (reason === error?.reason && (error === undefined || code === error.code)) return { title, by: 'files' }
    if (by === 'words') return { title, by }
    if (file.dialects.some(({ name, isData }) => name === dialect && !isData)) return { title, by: 'functions' }
    if (by === 'status' && reason === classify({ ...payload, headers: {} })?.reason) return { title, by: 'headers' }
    return { title, by: 'unknown' }
  })
}

const compared = new Map<Provider, ReturnType<typeof compare>>()

/** Each provider is compared once, by whichever test asks first. */
function comparedOf(provider: Provider): ReturnType<typeof compare> {
  const found = compared.get(provider) ?? compare(provider)
  compared.set(provider, found)
  return found
}

test.each(allProviders.map((provider) => [provider.id, provider] as const))('the payloads of %s', (_id, provider) => {
  const differences = comparedOf(provider).filter(({ by }) => by === 'unknown')
  expect(differences.map(({ title }) => title)).toEqual([])
})

test('few payloads need what the files do not say', () => {
  const by = Map.groupBy(allProviders.flatMap(comparedOf), ({ by }) => by)
  const count = (deciding: Deciding): number => by.get(deciding)?.length ?? 0
  expect(count('files')).toBeGreaterThanOrEqual(1628)
  expect(count('words')).toBeLessThanOrEqual(0)
  expect(count('functions')).toBeLessThanOrEqual(28)
  expect(count('headers')).toBeLessThanOrEqual(1)
})

test('few dialects need a function: nearly all of those are protocols', () => {
  const dialects = providerFiles.flatMap((file) => file.dialects)
  expect(dialects.filter(({ isData }) => !isData).length).toBeLessThanOrEqual(29)
  expect(dialects.filter(({ isData, isProtocol = false }) => !isData && !isProtocol).length).toBeLessThanOrEqual(1)
})

test('the program that reads the files is short', () => {
  const lines = readFileSync(join(import.meta.dirname, 'read-answer.ts'), 'utf8').split('\n')
  expect(lines.filter((line) => !/^(?:$|import |\/\/)/.test(line)).length).toBeLessThanOrEqual(60)
})
