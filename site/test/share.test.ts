import { describe, expect, test } from 'vitest'
import { fromFragment, suspectsIn, toFragment, withoutSecrets } from '../playground/share.ts'

const answer = {
  url: 'https://me:secret@api.example.com/a?access_token=secret#secret',
  method: 'POST',
  status: 429,
  headers: [
    ['content-type', 'application/json'],
    ['retry-after', '5'],
    ['set-cookie', 'id=secret'],
    ['x-csrf-token', 'secret'],
    ['x-request-id', 'abc'],
  ] as const,
  body: '{"code":-509,"message":"请求过于频繁"}',
}

describe('an answer as a link', () => {
  test('comes back as it was, but for what no reader of the link should have', async () => {
    const fragment = await toFragment({ answer, provider: 'bilibili' })
    expect(fragment).toMatch(/^#answer=[\w-]+$/)
    const shared = await fromFragment(fragment ?? '')
    expect(shared).toEqual({
      answer: {
        ...answer,
        url: 'https://api.example.com/a',
        headers: [
          ['content-type', 'application/json'],
          ['retry-after', '5'],
          ['x-request-id', 'abc'],
        ],
      },
      provider: 'bilibili',
    })
    expect(JSON.stringify(withoutSecrets(answer))).not.toContain('secret')
  })

  test('is none where it would be too long', async () => {
    const body = Array.from({ length: 20_000 }, () => Math.random().toString(36)).join('')
    expect(await toFragment({ answer: { ...answer, body } })).toBeUndefined()
  })

  test.each(['', '#codes', '#answer=', '#answer=AAAA', '#answer=S', `#answer=${'A'.repeat(500)}`])(
    'is not read from %j',
    async (fragment) => {
      expect(await fromFragment(fragment)).toBeUndefined()
    },
  )

  test('that unpacks to too much is refused', async () => {
    const stream = new Blob(['[1,"', '0'.repeat(5_000_000), '"]'])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'))
    const packed = Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')
    expect(await fromFragment(`#answer=${packed}`)).toBeUndefined()
  })
})

test('names whose values may be secret are found in a body', () => {
  expect(
    suspectsIn('{"access_token":"abcdef","user":{"phone":"13800138000"},"code":1001,"message":"token expired"}'),
  ).toEqual(['access_token', 'phone'])
})

test('names are found with hyphens, quotes and any space around the sign, and only where a value follows', () => {
  expect(
    suspectsIn('--api-key=abcd \'my-token\' : "abcd" X_Secret= abcd password: ab otp token tokens=abcdef'),
  ).toEqual(['api-key', 'my-token', 'X_Secret', 'tokens'])
})

test.each<[string, string]>([
  ['hyphens', 'a-'],
  ['names of secrets', 'token'],
  ['names without a value', 'token '],
  ['spaces', ' '],
  ['quotes', '"'],
  ['signs', 'token='],
])("a stranger's link of a megabyte of %s holds up no page", (_name, unit) => {
  const long = unit.repeat(1_000_000 / unit.length)
  const started = performance.now()
  suspectsIn(long)
  withoutSecrets({ ...answer, url: `https://${long}`, headers: [[`${long}\n`, long]], body: long })
  expect(performance.now() - started).toBeLessThan(1000)
})
