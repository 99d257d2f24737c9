// The limits that SECURITY.md tells. What is hidden after all must be taken out there, too.
import { expect, test } from 'vitest'
import { redactor as deep } from './deep.ts'
import { redactor as small } from './small.ts'

type Request = Parameters<typeof deep>[0]

const secret = 'hunter2horse77'
const filler = 'lorem ipsum dolor sit amet '.repeat(2000)

/** Requests that carry the secret where it is not looked for, or in a form in which it is not known again. */
const beyond: readonly [string, Request, string][] = [
  ['a value of three letters', { body: 'password=abc' }, 'abc'],
  ['a word that stands for nothing', { body: { password: 'none' } }, 'none'],
  ['prose', { body: { text: `my password is ${secret}` } }, secret],
  ['a value under a name that does not tell', { body: { greeting: secret } }, secret],
  ['a list of pairs', { body: [['password', secret]] }, secret],
  ['the middle of a long text', { body: `${filler}&password=${secret}&${filler}` }, secret],
  [
    'what comes after 64 KiB of an object',
    { body: { numbers: Array.from({ length: 20_000 }, (_, at) => at), password: secret } },
    secret,
  ],
  [
    'the middle of one long value',
    { body: { password: `${'a b '.repeat(2000)}${secret}${' c d'.repeat(2000)}` } },
    secret,
  ],
  ['a Blob', { body: new Blob([`password=${secret}`]) }, secret],
  ['a Request', { body: new Request('https://a.example/', { method: 'POST', body: `password=${secret}` }) }, secret],
  ['the secret written backwards', { body: { password: secret } }, '77esroh2retnuh'],
  [
    'what also stands in the path',
    { url: new URL('https://a.example/order-77x'), body: { key: 'order-77x' } },
    'order-77x',
  ],
]

test.each(beyond)('%s is beyond what is hidden', (_place, request, said) => {
  for (const redactor of [deep, small]) expect(redactor(request)(`wrong: ${said} (retry)`)).toContain(said)
})

test.each([
  ['base64', Buffer.from(`user:${secret}`).toString('base64')],
  ['hexadecimal', Buffer.from(secret).toString('hex')],
])('in browsers %s is beyond it too, on servers it is hidden', (_form, said) => {
  const request = { body: { password: secret } }
  expect(small(request)(`wrong: ${said} (retry)`)).toContain(said)
  expect(deep(request)(`wrong: ${said} (retry)`)).not.toContain(said)
})
