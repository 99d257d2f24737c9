import { describe, expect, test } from 'vitest'
import { createClassifier } from '../classify/create-classifier.ts'
import { defineProvider } from './define-provider.ts'
import type { Dialect } from './dialect.ts'
import { envelope } from './envelope.ts'
import type { ProviderDefinition } from './provider.ts'
import { withCodes } from './with-codes.ts'

const api = envelope({ name: 'api', code: 'code', success: [0], codes: { '7': 'throttled' } })

function deferred(part: object = {}, dialects: () => readonly Dialect[] = () => [api]): ProviderDefinition {
  const definition: object = { id: 'shop', hosts: ['shop.example'], ...part }
  return Object.defineProperty(definition, 'dialects', {
    enumerable: true,
    get: dialects,
  }) as ProviderDefinition
}

function answer(host: string): Parameters<ReturnType<typeof createClassifier>>[0] {
  return { url: `https://${host}/`, method: 'GET', status: 200, headers: {}, body: { code: 7 } }
}

describe('dialects behind a getter', () => {
  test('are made once, for the first answer of their own provider', () => {
    let made = 0
    const shop = defineProvider(deferred({}, () => ((made += 1), [api])))
    const classify = createClassifier([
      shop,
      defineProvider({ id: 'other', hosts: ['other.example'], dialects: [api] }),
    ])
    expect(classify(answer('other.example'))?.provider).toBe('other')
    expect(made).toBe(0)
    expect(classify(answer('shop.example'))?.reason).toBe('throttled')
    expect(classify(answer('shop.example'))?.reason).toBe('throttled')
    expect(made).toBe(1)
  })

  test('are the same through a copy', () => {
    const shop = defineProvider(deferred())
    expect(createClassifier(withCodes(shop, { '8': 'not-found' }))(answer('shop.example'))?.reason).toBe('throttled')
    expect({ ...shop }.dialects).toBe(shop.dialects)
  })

  test.each([
    [{ id: 'Shop' }, '`providers.id` must be a kebab-case name, got "Shop"'],
    [{ hosts: ['https://x'] }, '`providers.hosts[0]` must be a host name, got "https://x"'],
    [{ host: [] }, '`providers.host` is not an option'],
  ])('leave the other options to be checked by the classifier: %o', (part, sentence) => {
    expect(() => createClassifier(defineProvider(deferred(part)))).toThrow(sentence)
  })

  test('are told of when they are none, and the answer stays as it is', () => {
    const told: unknown[] = []
    const shop = defineProvider(deferred({}, () => [{}] as never))
    const classify = createClassifier(shop, { onDefect: (defect) => told.push(defect) })
    expect(classify({ ...answer('shop.example'), status: 500 })).toBeUndefined()
    expect(told).toHaveLength(1)
    expect(() => shop.dialects).toThrow('`dialects[0]` must be a dialect with `judge`, got {}')
  })

  test('come with messages that are made as late', () => {
    const definition = deferred()
    Object.defineProperty(definition, 'messages', {
      enumerable: true,
      get: () => [{ match: 'slow down', reason: 'fast' }],
    })
    const shop = defineProvider(definition)
    expect(() => shop.messages).toThrow('`messages[0].reason` must be a reason, got "fast"')
  })
})
