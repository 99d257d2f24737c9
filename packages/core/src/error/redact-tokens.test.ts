import { expect, test } from 'vitest'
import { redactTokens } from './redact-tokens.ts'

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c'

test.each([
  ['Bearer', 'invalid Bearer abcdef.123-456_~+/==', 'invalid *'],
  ['Basic', 'got Basic dXNlcjpwYXNz here', 'got * here'],
  ['a JWT', `token was ${jwt}!`, 'token was *!'],
  ['an unsecured JWT', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.', '*'],
  ['the five parts of a JWE', 'x eyJhbGciOiJSU0EifQ.OKOa_wDo.48V1_ALb.5eym8TW_.XFBoMYUZ y', 'x * y'],
  ['a PEM block', 'k -----BEGIN PRIVATE KEY----- MIIEvQ -----END PRIVATE KEY----- z', 'k * z'],
  ['a PEM block without an end', 'k -----BEGIN RSA PRIVATE KEY----- MIIEvQ', 'k *'],
  ['an OpenAI key', 'Incorrect API key provided: sk-abc*****wxyz.', 'Incorrect API key provided: *.'],
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
])('%s is redacted', (_name, text, redacted) => {
  expect(redactTokens(text)).toBe(redacted)
})

test.each([
  'the token is expired',
  'basic auth required',
  'account not logged in',
  'risk-free',
  'task_1234 failed',
  'skip-1234',
  'Signature does not match',
  'Invalid token: malformed',
  'access_token: missing parameter',
  'error code 40001: invalid credential',
  '账号未登录',
])('"%s" stays', (text) => {
  expect(redactTokens(text)).toBe(text)
})
