import { describe, expect, it } from 'vitest'
import { answerUrl } from './answer-url.ts'

describe('answerUrl', () => {
  const url = 'https://example.org/final'

  it.each([{ res: { responseUrl: url } }, { responseURL: url }, { url }])(
    'reads what an adapter left in %j',
    (request) => {
      expect(answerUrl(request)).toBe(url)
    },
  )

  it.each([undefined, null, {}, { res: null }, { responseURL: '' }, { url: '/relative' }, { url: 5 }, 'text'])(
    'finds nothing in %j',
    (request) => {
      expect(answerUrl(request)).toBe(undefined)
    },
  )
})
