import type { RawResponse } from '@unifault/core'

/** Secrets of every shape that has its own way of being encoded wrongly. None has fewer than four letters and digits: what is shorter is never hidden. */
export const kinds: Readonly<Record<string, string>> = {
  'a hexadecimal signature': '9f86d081884c7d659a2feaa0c55ad015',
  'a base64 key': 'pX+3/kQ9z/ab+Q==',
  'a password with markup': `pä"ss<w&ö'rd>`,
  'a passphrase': 'correct horse battery',
  'a value with percent signs': 'a%2Fb%zz100%',
  'a value of replacement patterns': '$&$1$$aabb',
  'a six-digit code': '482915',
  'a long token': Array.from({ length: 300 }, (_, i) => Math.trunc(Math.sin(i + 1) ** 2 * 1e10).toString(36)).join(''),
  'a Chinese password': '密码是很长的',
  'a password with emoji': 'p😀ssw😀rd',
  'a value with controls': 'ab\u0007cd\u200Bef',
  'a value with runs of blanks': 'ab  cd  ef',
  'a JSON Web Token': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2ln',
  'a PEM key': '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----',
  'a value that no two encoders agree on': "a~b!c'd(e)f*g/h",
  'a value with lone surrogates': 'abc\uD800defg',
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

type Request = Partial<Pick<RawResponse, 'url' | 'requestUrl' | 'requestHeaders' | 'requestBody'>>

function formOf(name: string, value: string): FormData {
  const form = new FormData()
  form.append(name, value)
  return form
}

/** Where a request carries a secret. */
export const carriers: Readonly<Record<string, (secret: string) => Request>> = {
  'the query': (secret) => ({ url: `https://a.test/x?access_token=${encodeURIComponent(secret)}` }),
  'the query, hardly encoded': (secret) => ({
    url: `https://a.test/x?signature=${secret.replace(/[#&\s]/g, encodeURIComponent)}`,
  }),
  'the query before a redirect': (secret) => ({ requestUrl: `https://a.test/y?session=${encodeURIComponent(secret)}` }),
  'the fragment': (secret) => ({ url: `https://a.test/x#access_token=${encodeURIComponent(secret)}` }),
  'user info': (secret) => ({ url: `https://me:${encodeURIComponent(secret)}@a.test/x` }),
  'the path of a bot': (secret) => ({ url: `https://a.test/bot123456:${encodeURIComponent(secret)}/getMe` }),
  'a form as text': (secret) => ({ requestBody: new URLSearchParams({ a: '1', refresh_token: secret }).toString() }),
  'a form': (secret) => ({ requestBody: new URLSearchParams({ client_secret: secret }) }),
  'JSON text': (secret) => ({ requestBody: JSON.stringify({ user: { password: secret } }) }),
  'lines of JSON': (secret) => ({ requestBody: `{"a":1}\n${JSON.stringify({ app_secret: secret })}\n` }),
  'an object': (secret) => ({ requestBody: { user: [{ passwd: secret }] } }),
  'JSON in a form': (secret) => ({ requestBody: `biz=${encodeURIComponent(JSON.stringify([{ signature: secret }]))}` }),
  'multipart text': (secret) => ({
    requestBody: `--x\r\nContent-Disposition: form-data; name="openkey"\r\nContent-Type: text/plain\r\n\r\n${secret}\r\n--x--\r\n`,
  }),
  'a FormData': (secret) => ({ requestBody: formOf('session_key', secret) }),
  bytes: (secret) => ({ requestBody: new TextEncoder().encode(JSON.stringify({ secret })) }),
  'Authorization: Bearer': (secret) => ({ requestHeaders: { Authorization: `Bearer ${secret}` } }),
  'Authorization: Basic': (secret) => ({ requestHeaders: { authorization: `Basic ${base64(`me:${secret}`)}` } }),
  'Authorization: Basic, as the user': (secret) => ({
    requestHeaders: { authorization: `Basic ${base64(`${secret}:`)}` },
  }),
  Cookie: (secret) => ({ requestHeaders: [['cookie', `a=b; SESSDATA=${encodeURIComponent(secret)}; c=d`]] }),
  'an API key header': (secret) => ({ requestHeaders: new Map([['X-Api-Key', secret]]) }),
}

/** Kinds that look like a credential: letters and digits, well mixed. */
export const opaqueKinds: readonly string[] = [
  'a hexadecimal signature',
  'a base64 key',
  'a long token',
  'a JSON Web Token',
]

/** Where a request carries one under a name with everyday meanings too: there only such a kind is a secret. */
export const weakCarriers: Readonly<Record<string, (secret: string) => Request>> = {
  'a signed query': (secret) => ({ url: `https://a.test/x?sign=${encodeURIComponent(secret)}` }),
  'a ticket in the query before a redirect': (secret) => ({
    requestUrl: `https://a.test/y?ticket=${encodeURIComponent(secret)}`,
  }),
  'a state in the fragment': (secret) => ({ url: `https://a.test/x#state=${encodeURIComponent(secret)}` }),
  'a code in a form': (secret) => ({ requestBody: new URLSearchParams({ code: secret }) }),
  'a signed JSON in a form': (secret) => ({
    requestBody: `biz=${encodeURIComponent(JSON.stringify([{ sign: secret }]))}`,
  }),
  'a key in an object': (secret) => ({ requestBody: { user: [{ key: secret }] } }),
  'a hash in JSON text': (secret) => ({ requestBody: JSON.stringify({ hash: secret }) }),
  'a cookie sid': (secret) => ({ requestHeaders: { cookie: `a=b; sid=${encodeURIComponent(secret)}; c=d` } }),
  'a header that tells nothing': (secret) => ({ requestHeaders: { 'x-thing': secret } }),
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function html(rest: (character: string) => string, characters = /[&<>"']/g): (text: string) => string {
  return (text) => text.replace(characters, (character) => named[character] ?? rest(character))
}

const hexadecimal = (character: string): string => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
const decimal = (character: string): string => `&#${String(character.charCodeAt(0)).padStart(3, '0')};`
const lower = (text: string): string => text.replace(/%../g, (escape) => escape.toLowerCase())
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)
const unitEscapes = (text: string, characters: RegExp): string =>
  inJson(text).replace(characters, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** How an answer echoes it. */
export const encodings: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  'percent-encoded': encodeURIComponent,
  'percent-encoded in small letters': (secret) => lower(encodeURIComponent(secret)),
  'percent-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'percent-encoded three times': (secret) => encodeURIComponent(encodeURIComponent(encodeURIComponent(secret))),
  'percent-encoded throughout': (secret) => Buffer.from(secret).toString('hex').replace(/../g, '%$&'),
  'as a form': (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
  'with plus signs as blanks': (secret) => secret.replaceAll('+', ' '),
  'JSON-escaped': inJson,
  'JSON-escaped twice': (secret) => inJson(inJson(secret)),
  'JSON-escaped in ASCII (Python)': (secret) => unitEscapes(secret, /[^ -~]/g),
  'JSON-escaped for markup (Go)': (secret) => unitEscapes(secret, /[<>&]/g),
  'HTML-escaped (Python)': html(hexadecimal),
  'HTML-escaped (PHP)': html(decimal),
  'HTML-escaped (Handlebars)': html(hexadecimal, /[&<>"'`=/]/g),
  'HTML-escaped, then as JSON': (secret) => inJson(html(decimal)(secret)),
  'as JSON, then HTML-escaped': (secret) => html(decimal)(inJson(secret)),
  base64,
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  'base64 in lines': (secret) => base64(secret).replace(/.{20}/g, '$&\r\n'),
  'base64 of more': (secret) => base64(`x${secret}yz`),
  'base64 of a pair': (secret) => base64(`user:${secret}`),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'hex in capitals with colons': (secret) =>
    Buffer.from(secret)
      .toString('hex')
      .toUpperCase()
      .replace(/..(?=.)/g, '$&:'),
  'in lines': (secret) => secret.replace(/.{8}/g, '$&\r\n'),
  'with zero-width characters between': (secret) => Array.from(secret).join('\u200B'),
  'with a colour inside': (secret) => `${secret.slice(0, 3)}\u001B[31m${secret.slice(3)}`,
}
