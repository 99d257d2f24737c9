import { expect, test } from 'vitest'
import { scrubber } from './scrubber.ts'

const secret = 'p@ss  w/ört!\'()*~ <&"\\>'
const request = { method: 'POST', url: undefined, body: { password: secret } }

test.each([
  ['raw', secret],
  ['percent-encoded', encodeURIComponent(secret)],
  ['as a form', new URLSearchParams({ a: secret }).toString().slice(2)],
  ['base64', Buffer.from(secret).toString('base64')],
  ['hex', Buffer.from(secret).toString('hex')],
  ['JSON-escaped', JSON.stringify(secret)],
])('a secret that is echoed %s is taken out, though blanks run together', (_form, echo) => {
  expect(scrubber(request)(`wrong: ${echo} (retry)`)).toMatch(/^wrong: ["*=]+ \(retry\)$/)
})

test('a text is cut to 512 characters, or to what is asked, and stays well formed', () => {
  const scrub = scrubber({ method: 'GET', url: undefined })
  expect(scrub('x'.repeat(2000))).toBe(`${'x'.repeat(511)}…`)
  expect(scrub('x'.repeat(200), 128)).toHaveLength(128)
  expect(scrub('x'.repeat(512))).toBe('x'.repeat(512))
  expect(scrub(`${'x'.repeat(510)}😀😀`).isWellFormed()).toBe(true)
  expect(scrub('')).toBe('')
})

test('the longest of two overlapping secrets goes first', () => {
  const scrub = scrubber({ method: 'GET', url: undefined, body: { token: 'abcd', password: 'abcdefgh' } })
  expect(scrub('x abcdefgh y abcd z')).toBe('x * y * z')
})

test('a secret across the end of what is looked at is not shown, however much before it is dropped', () => {
  const scrub = scrubber({ method: 'GET', url: undefined, body: { token: 'SECRET-0123456789' } })
  for (let blanks = 8150; blanks <= 8192; blanks++)
    expect(scrub(`${' '.repeat(blanks)}SECRET-0123456789`)).not.toContain('SECR')
})

test('a secret longer than the text that is looked at is not shown', () => {
  const token = Array.from({ length: 4000 }, (_, index) => index.toString(36)).join('.')
  const shown = scrubber({ method: 'GET', url: undefined, body: { token } })(`bad token ${token}`)
  expect(shown).toMatch(/^(?:bad token \**)?$/)
})

test('half of a surrogate pair in a secret does not break the text', () => {
  const scrub = scrubber({ method: 'GET', url: undefined, body: { token: '\uDE00abcd' } })
  expect(scrub('x \u{1F600}abcd y').isWellFormed()).toBe(true)
})

test('a scrubber gathers the secrets once', () => {
  let reads = 0
  const body = {
    get token(): string {
      reads++
      return 'abcdefgh'
    },
  }
  const scrub = scrubber({ method: 'GET', url: undefined, body })
  expect([scrub('abcdefgh'), scrub('x abcdefgh')]).toEqual(['*', 'x *'])
  expect(reads).toBe(1)
})
