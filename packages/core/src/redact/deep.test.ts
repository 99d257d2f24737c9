import { expect, test, vi } from 'vitest'
import { redactor } from './deep.ts'
import {
  deepEchoes,
  echoes,
  headerNames,
  namelessPlaces,
  places,
  strongNames,
  weakNames,
} from '../../../../test/redaction/families.ts'

/** The part of what was echoed that a text shows: all of it, or as much of it as gives it away. */
function revealed(shown: string, ...said: readonly string[]): string | undefined {
  for (const one of said.map((text) => text.trim())) {
    if (one.length >= 4 && shown.includes(one)) return one
    for (let at = 0; at + 12 <= one.length; at += 5) {
      const part = one.slice(at, at + 12)
      if (shown.includes(part)) return part
    }
  }
  return undefined
}

/** Secrets of every shape that has its own way of being written wrongly. */
const secrets = [
  'hunter2-horse',
  'S3cr3t!x9Qz-77ab/Kd',
  'correct horse battery',
  '482915',
  '密码密码密码',
  `pä"ss<w&ö'rd>-1x`,
]
const opaque = ['9f86d081884c7d659a2feaa0c55ad015', 'pX+3/kQ9z/ab+Q1', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxMjM0In0.c2ln']
const all = Object.entries({ ...echoes, ...deepEchoes })

function leaksOf(request: Parameters<typeof redactor>[0], secret: string, some = all): string[] {
  const redact = redactor(request)
  return some.flatMap(([echo, encode]) => {
    const said = encode(secret)
    const shown = redact(`wrong: ${said} (retry)`)
    return revealed(shown, said, secret) === undefined && /^wrong: .*\(retry\)$/.test(shown)
      ? []
      : [`${echo}: ${shown}`]
  })
}
const isHeader = (place: string): boolean => place.includes('header') || place.includes('Headers')
const fits = (place: string, secret: string): boolean => !isHeader(place) || /^[ -~]*$/.test(secret)
/** What a notation of its own can't carry as it is. */
const isWritten = (place: string, secret: string): boolean => /[<"&]/.test(secret) && /YAML|plain/.test(place)

test.each(Object.entries(places))('a secret under each strong name in %s is hidden', (place, carry) => {
  for (const name of isHeader(place) ? headerNames : strongNames)
    for (const secret of secrets) {
      const request = fits(place, secret) && !isWritten(place, secret) ? carry(name, secret) : undefined
      if (request !== undefined) expect(leaksOf(request, secret, all.slice(0, 2)), name).toEqual([])
    }
})

test.each(Object.entries(places))('an opaque value under each weak name in %s is hidden', (place, carry) => {
  for (const name of weakNames)
    for (const secret of opaque) {
      const request = carry(name, secret)
      if (request !== undefined && !isWritten(place, secret))
        expect(leaksOf(request, secret, all.slice(0, 2)), name).toEqual([])
    }
})

test.each(Object.entries(places))('a secret in %s is hidden, however an answer echoes it', (place, carry) => {
  for (const secret of [...secrets, ...opaque])
    for (const name of isHeader(place) ? ['x-api-key', 'X-Auth-Token'] : ['password', 'api_key', '密码']) {
      const request = fits(place, secret) && !isWritten(place, secret) ? carry(name, secret) : undefined
      const some = /["äö<]/.test(secret) ? all.filter(([echo]) => echo !== 'base64 of JSON') : all
      if (request !== undefined) expect(leaksOf(request, secret, some), `${name} ${secret}`).toEqual([])
    }
})

test.each(Object.entries(namelessPlaces))('a secret in %s is hidden, however an answer echoes it', (_place, carry) => {
  for (const secret of [...secrets, ...opaque].filter((one) => /^[!#-;=-~ ]*$/.test(one)))
    expect(leaksOf(carry(secret), secret), secret).toEqual([])
})

test('Basic credentials are known in UTF-8 and in Latin-1', () => {
  for (const encoding of ['utf8', 'latin1'] as const) {
    const headers = { authorization: `Basic ${Buffer.from('müller:größe-ß-7', encoding).toString('base64')}` }
    expect(redactor({ headers })('größe-ß-7 ist falsch')).toBe('* ist falsch')
  }
  const headers = { authorization: `Basic ${Buffer.from('用户:密码密码').toString('base64')}` }
  expect(redactor({ headers })('密码密码错误')).toBe('*错误')
})

test('a value under a weak name or in any header is hidden only where it looks opaque', () => {
  const redact = redactor({
    url: new URL('https://a.test/x?code=1001&key=name&state=logged-in&sort=key'),
    headers: { cookie: 'state=logged-in; theme=dark; lang=en-US; v=a1b2c3d4e5f6', 'x-custom': 'zz9Xx8Yy7Ww6' },
  })
  expect(redact('You are not logged in, code 1001, name of dark')).toBe(
    'You are not logged in, code 1001, name of dark',
  )
  expect(redact('not a1b2c3d4e5f6, not zz9Xx8Yy7Ww6')).toBe('not *, not *')
})

/** All code points that take no room on a screen. */
const ignorable = Array.from({ length: 0xe1000 }, (_, point) => point).filter(
  (point) =>
    (point < 0xd800 || point > 0xdfff) && /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(String.fromCodePoint(point)),
)

test('no invisible character is shown, and none hides a secret, as it is or escaped', () => {
  const redact = (text: string): string => redactor({ body: { password: 'hunter2-horse', pin: '482915' } })(text)
  expect(ignorable.length).toBeGreaterThan(4000)
  for (const point of ignorable.filter((one) => one < 0x20000 || one % 97 === 0)) {
    const sign = String.fromCodePoint(point)
    const units = Array.from(
      { length: sign.length },
      (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join('')
    for (const one of [sign, `&#${point};`, `&#x${point.toString(16)};`, units, encodeURIComponent(sign)]) {
      const said = Array.from('hunter2-horse').join(one)
      expect(redact(`x${sign}y ${said} ${Array.from('482915').join(one)} z`), point.toString(16)).toBe('xy * * z')
    }
  }
})

test('a piece of ten letters and digits is known again, across the separators of the value', () => {
  const token = 'Ab3dE-f6H/iJ9+lM2.nOp5qR8s'
  const folded = token.replace(/[^A-Za-z\d]/g, '')
  const redact = redactor({ body: { token } })
  for (let at = 0; at + 10 <= folded.length; at++) expect(redact(`x ${folded.slice(at, at + 10)} y`)).toBe('x * y')
  expect(redact(`invalid key ${token.slice(0, 13)}…`)).toBe('invalid key *…')
  expect(redact(`invalid key ${token.slice(0, 13)}...`)).toBe('invalid key *...')
  expect(redact(`invalid key …${token.slice(-15)}`)).toBe('invalid key …*')
  expect(redact('x Ab3dE y')).toBe('x Ab3dE y')
})

test('a piece that may be a word stays', () => {
  const password = 'service-account:x1y2z3w4'
  const headers = { authorization: `Basic ${btoa(password)}` }
  expect(redactor({ headers })('The service account is disabled')).toBe('The service account is disabled')
  expect(redactor({ headers })('not x1y2z3w4')).toBe('not *')
  expect(redactor({ body: { password } })('The service account is disabled')).toBe('The service account is disabled')
})

test('a base64 echo is hidden behind anything that is encoded with it, however long that is', () => {
  const secret = 'plantedSecret/7f3a9+c1=='
  for (const before of ['pla', 'abc', '   ', 'x', 'äö'])
    for (let times = 0; times <= 120; times++) {
      const echo = `${Buffer.from(before.repeat(times) + secret).toString('base64')}true`
      // One of its own: what was found in a text before is known in the next.
      const shown = redactor({ headers: { authorization: `Bearer ${secret}` } })(echo, 4096)
      expect(shown, `${before} ${times}`).not.toContain('F') // as in `ntedSecret`, and in nothing before it
    }
})

test('a truncated base64 or hexadecimal echo is hidden', () => {
  const redact = redactor({ body: { password: 'correct horse battery' } })
  for (const encoding of ['base64', 'hex'] as const) {
    const said = Buffer.from('correct horse battery').toString(encoding).slice(0, 17)
    expect(revealed(redact(`got ${said}…`), said)).toBeUndefined()
  }
})

test('what also stands in a plain place stays, unless a strong name holds it whole', () => {
  const id = 'zz9Xx8Yy7Ww6Vv5'
  const url = new URL(`https://a.test/things/${id}?thing=${id}&state=${id}`)
  expect(redactor({ url, headers: { cookie: `last=${id}` } })(`no thing ${id}`)).toBe(`no thing ${id}`)
  expect(redactor({ url, body: { password: id } })(`no thing ${id}`)).toBe('no thing *')
  expect(redactor({ url: new URL(`https://a.test/x?thing=${id}&state=${id}`) })(`no thing ${id}`)).toBe(
    `no thing ${id}`,
  )
})

test('a secret with percent signs of its own is known in every encoding', () => {
  const secret = 'a%2Fb%zz100%'
  const requests = [
    { body: { password: secret } },
    { url: new URL(`https://me:${encodeURIComponent(secret)}@a.test/`) },
    { url: new URL(`https://a.test/?password=${encodeURIComponent(secret)}`) },
  ]
  const some = all.filter(([echo]) => /^(?:percent|base64|hex|a list)/.test(echo))
  expect(some.length).toBeGreaterThan(10)
  for (const request of requests) expect(leaksOf(request, secret, some)).toEqual([])
})

test('a secret of short words is known, whatever stands between them', () => {
  for (const secret of ['ab-cd-ef', 'ab  cd  ef', 'ab\ncd\tef', 'ab"cd"ef'])
    for (const request of [
      { body: { password: secret } },
      { body: `data=${encodeURIComponent(JSON.stringify({ password: secret }))}` },
      { url: new URL(`https://a.test/?password=${encodeURIComponent(secret)}`) },
    ])
      for (const said of [secret, 'ab cd ef', 'no ab-cd-ef']) expect(redactor(request)(said)).not.toMatch(/ab.*cd.*ef/)
  expect(redactor({ body: { password: 'abcdef' } })('ab cd ef')).toBe('*')
  expect(redactor({ body: { password: 'abcdef' } })('it is to be as it was')).toBe('it is to be as it was')
})

test('a header that carries a credential is a secret whole, whatever signs it has', () => {
  const secret = 'Zq9aA0Aaa0=b7Kx2/9qZ'
  for (const name of ['authorization', 'x-api-key', 'x-sign'])
    for (const value of [secret, `Bearer ${secret}`])
      expect(leaksOf({ headers: { [name]: value } }, secret)).toEqual([])
})

test('what stands behind a quote inside of a value is no plain text', () => {
  for (const body of [
    JSON.stringify({ password: 'Zq9a0000"0A0aaa09qZ' }),
    JSON.stringify({ data: JSON.stringify({ password: 'Zq9a0000"0A0aaa09qZ' }) }),
  ])
    expect(redactor({ body })('not 0A0aaa09qZ')).toBe('not *')
})

/** What servers say that may be an encoding, and is none. */
const idsAndDates =
  'no user 1234567890 of 3f2504e0-4f89-11d3-9a0c-0305e82c3301 at 2026-11-27 13:55:20, req_011CSHoEeqs5C35K2UUqR7Fy'

test('beside ids, numbers and dates nothing is encoded, and what is encoded is found', () => {
  const encode = vi.spyOn(globalThis, 'btoa')
  try {
    const headers = { authorization: 'Bearer a8Zk27Qm1Xc9Vb3NpQ7t', 'x-api-key': 'q9Xz8Yw7Vu6Ts5Rr4Qq3' }
    expect(redactor({ headers })(idsAndDates)).toBe(idsAndDates)
    expect(encode).not.toHaveBeenCalled()
    const some = [...secrets, 'Zq9aA', 'a-b c.d', 'p\u{1F600}ssw\u{1F600}rd', 'ab\u0007cd\u0001ef']
    for (const secret of some)
      for (const [echo, encoded] of Object.entries(deepEchoes))
        for (const said of [encoded(secret), `("${encoded(secret)}…`])
          for (const line of [`${said} ${idsAndDates}`, `${idsAndDates} ${said}`]) {
            const shown = redactor({ body: { password: secret } })(line)
            expect(revealed(shown, encoded(secret), secret), `${echo} ${line}`).toBeUndefined()
          }
    expect(encode).toHaveBeenCalled()
  } finally {
    encode.mockRestore()
  }
})
