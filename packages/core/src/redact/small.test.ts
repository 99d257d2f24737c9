import { expect, test } from 'vitest'
import { redactor as deep } from './deep.ts'
import { echoes, headerNames, namelessPlaces, places, strongNames } from '../../../../test/redaction/families.ts'
import { redactor } from './small.ts'

const secrets = ['hunter2-horse', 'S3cr3t!x9Qz-77ab/Kd', '482915']
const all = Object.entries(echoes)
const isHeader = (place: string): boolean => place.includes('header') || place.includes('Headers')

function leaksOf(request: Parameters<typeof redactor>[0], secret: string, some = all): string[] {
  const redact = redactor(request)
  return some.flatMap(([echo, encode]) => {
    const said = encode(secret)
    const shown = redact(`wrong: ${said} (retry)`)
    return !shown.includes(said) && !shown.includes(secret) && /^wrong: .*\(retry\)$/.test(shown)
      ? []
      : [`${echo}: ${shown}`]
  })
}

test.each(Object.entries(places))('in browsers, a secret in %s is hidden', (place, carry) => {
  for (const secret of secrets)
    for (const [at, name] of (isHeader(place) ? headerNames : strongNames).entries()) {
      const request = carry(name, secret)
      if (request !== undefined) expect(leaksOf(request, secret, at === 0 ? all : all.slice(0, 2)), name).toEqual([])
    }
})

test.each(Object.entries(namelessPlaces))('in browsers, a secret in %s is hidden', (_place, carry) => {
  for (const secret of secrets) expect(leaksOf(carry(secret), secret)).toEqual([])
})

const both = [
  ['small', redactor],
  ['deep', deep],
] as const
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c'

/** Credentials that no request carried. */
const shapes: [string, string, string][] = [
  ['Bearer', 'invalid Bearer abcdef.123-456_~+/==', 'invalid *'],
  ['Basic', 'got Basic dXNlcjpwYXNz here', 'got * here'],
  ['a JWT', `token was ${jwt}!`, 'token was *!'],
  ['an unsecured JWT', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.', '*'],
  ['the five parts of a JWE', 'x eyJhbGciOiJSU0EifQ.OKOa_wDo.48V1_ALb.5eym8TW_.XFBoMYUZ y', 'x * y'],
  ['a PEM block', 'k -----BEGIN PRIVATE KEY----- MIIEvQ -----END PRIVATE KEY----- z', 'k * z'],
  ['a PEM block without an end', 'k -----BEGIN RSA PRIVATE KEY----- MIIEvQ', 'k *'],
  ['an OpenAI key', 'Incorrect API key provided: sk-abc*****wxyz.', 'Incorrect API key provided: *.'],
  ['an OpenAI project key', 'bad sk-proj-abcdefghijklmnop', 'bad *'],
  ['a Stripe key', 'Invalid: sk_live_4eC39HqLyjWDarjtT1zdp7dc', 'Invalid: *'],
  ['a Stripe webhook secret', 'whsec_abcdef123', '*'],
  ['an AWS access key id', 'id AKIAIOSFODNN7EXAMPLE no', 'id * no'],
  ['an Alibaba access key id', 'LTAI5tFabcdefgh123', '*'],
  ['a Google key', 'AIzaSyA-1234567890abcdef', '*'],
  ['a GitHub token', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', '*'],
  ['a fine-grained GitHub token', 'github_pat_11ABCDEFG0123', '*'],
  ['a Slack token', 'xoxb-1234567890-abc', '*'],
  ['a GitLab token', 'glpat-abcdef123456', '*'],
  ['a Hugging Face token', 'hf_abcdefghij', '*'],
  ['a pair of a query', '?a=1&access_token=abcd1234&b=2', '?a=1&access_token=*&b=2'],
  ['a pair of JSON', '{"client_secret":"abcd1234","a":1}', '{"client_secret":"*","a":1}'],
  ['a pair with a colon', 'appkey: abcd1234', 'appkey: *'],
  ['SESSDATA and bili_jct', 'SESSDATA=abcd%2C1; bili_jct=0123abcd', 'SESSDATA=*; bili_jct=*'],
  ['an AWS signature', 'X-Amz-Signature=0123456789abcdef&x=1', 'X-Amz-Signature=*&x=1'],
]

test.each(shapes)('%s is known by its shape', (_kind, text, shown) => {
  for (const [build, make] of both) expect(make({})(text), build).toBe(shown)
})

test.each([
  ['a colour', '\u001B[31mred\u001B[0m', 'red'],
  ['a cursor movement', 'a\u001B[2J\u001B[1;1Hb', 'a b'],
  ['a window title that ends with BEL', 'a\u001B]0;owned\u0007b', 'a b'],
  ['a link that ends with ST', '\u001B]8;;https://evil.example\u001B\\click\u001B]8;;\u001B\\', 'click'],
  ['an OSC without an end', 'ok\u001B]0;rest of it', 'ok'],
  ['a C1 control sequence', 'a\u009B31mb', 'a 31mb'],
  ['a lone ESC', 'a\u001Bb', 'a b'],
  ['line ends of all kinds', 'a\r\nb\u2028c\u2029d\u0085e\vf\fg', 'a b c d e f g'],
  ['a NUL and a DEL', 'a\u0000b\u007Fc', 'a b c'],
  ['bidi overrides and isolates', 'a\u202Eb\u2066c\u2069d\u200Ee\u061Cf', 'abcdef'],
  ['zero-width characters', 'a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf', 'abcdef'],
  ['a soft hyphen and a Mongolian vowel separator', 'a\u00ADb\u180Ec', 'abc'],
  ['tag characters', 'a\u{E0041}\u{E007F}b', 'ab'],
  ["the supplement's variation selectors", 'a\u{E0100}\u{E01EF}b', 'ab'],
  ['interlinear annotation', 'a\uFFF9b\uFFFAc\uFFFBd', 'abcd'],
  ['fillers', 'a\u3164b\u115Fc\u034Fd\uFE0Fe', 'abcde'],
  ['blanks of other widths', 'a\u00A0b\u2003c\u3000d', 'a b c d'],
  ['tabs and runs of spaces', '  a\t\t b   c  ', 'a b c'],
  ['sequences inside sequences', '\u001B\u001B[31m[31mx', '[31mx'],
  ['lone surrogates', 'a\uD800b', 'a\uFFFDb'],
])('%s is taken out', (_name, text, shown) => {
  for (const [build, make] of both) expect(make({})(text), build).toBe(shown)
})

test.each(['账号未登录', 'Ünïcödé', '😀 ok', 'a-b_c.d', 'café', '한국어', 'עברית', '100% of %2F', '&lt;b&gt;', '\\n'])(
  '%s stays as it is',
  (text) => {
    for (const [build, make] of both) expect(make({ body: { password: 'hunter2-horse' } })(text), build).toBe(text)
  },
)

test.each(both)('%s: a text is cut to 512 characters, or to what is asked, and stays well formed', (_build, make) => {
  const redact = make({})
  expect(redact('x y '.repeat(500))).toHaveLength(512)
  expect(redact('x '.repeat(200), 128)).toHaveLength(128)
  expect(redact('x'.repeat(512))).toBe('x'.repeat(512))
  expect(redact(`${'x'.repeat(510)}😀😀`).isWellFormed()).toBe(true)
  expect(redact('')).toBe('')
})

test.each(both)('%s: of two overlapping secrets both are hidden', (_build, make) => {
  const redact = make({ body: { token: 'abcd', password: 'abcdefgh', pin: 'defghijk' } })
  expect(redact('x abcdefgh y abcd z')).toBe('x * y * z')
})

test.each(both)('%s: a secret across the end of what is looked at is not shown', (_build, make) => {
  for (let blanks = 8150; blanks <= 8210; blanks++)
    expect(make({ body: { token: 'SECRET-0123456789' } })(`a${' '.repeat(blanks)}SECRET-0123456789`)).not.toContain(
      'SECR',
    )
  for (let length = 2000; length <= 2060; length++)
    expect(
      make({ body: { token: 'SECRET-0123456789' } })(`${'ab '.repeat(length / 3)}SECRET-0123456789`),
    ).not.toContain('SECR')
})

test('a secret longer than the text that is looked at is not shown', () => {
  const token = Array.from({ length: 4000 }, (_, index) => index.toString(36)).join('.')
  expect(deep({ body: { token } })(`bad token ${token}`)).toMatch(/^bad token [*0-9a-z.…]{0,40}$/)
})

test.each(both)('%s: half of a surrogate pair in a secret does not break the text', (_build, make) => {
  expect(make({ body: { token: '\uDE00abcd' } })('x \u{1F600}abcd y').isWellFormed()).toBe(true)
})

test.each(both)('%s: true, false, null, none, short values and types of variables are no secrets', (_build, make) => {
  const redact = make({
    body: {
      password: 'abc',
      token: true,
      secret: null,
      pin: 12,
      authorization: 'none',
      cookie: 'undefined',
      query: 'mutation($password: String!) { login(password: $password) }',
    },
  })
  const text = 'abc true null 12 none undefined String password false'
  expect(redact(text)).toBe(text)
})

test.each(both)('%s: a value is known without its separators, and with others', (_build, make) => {
  for (const [value, said] of [
    ['xk7p-q9zt-m3wv', 'xk7pq9ztm3wv'],
    ['abc-defg-hij1', 'abcdefghij1'],
    ['4111 1111 1111 1111', '4111111111111111'],
    ['12-34-56', '123456'],
    ['4111111111111111', '4111-1111-1111-1111'],
    ['correct horse battery', 'correcthorsebattery'],
    ['ab-12', 'ab-12'],
    ['a.b.c.d', 'a b c d'],
  ] as const)
    expect(make({ body: { password: value } })(`not ${said}!`)).toBe('not *!')
})
