/** What the tests of the redaction are made of: names, places where a request carries a value, ways to echo it. */

interface RequestView {
  readonly url?: URL
  readonly firstUrl?: URL
  readonly headers?: unknown
  readonly body?: unknown
}

const words = (text: string): string[] => text.trim().split(/\s+/)

/** Headers that carry a secret. */
export const headerNames: readonly string[] = words(`
  authorization proxy-authorization x-api-key api-key apikey x-auth-token x-access-token x-csrf-token x-xsrf-token x-amz-security-token
  x-goog-api-key x-tc-token x-signature x-ca-signature x-sign x-functions-key dd-application-key dd-api-key fastly-key x-github-otp
  x-amz-server-side-encryption-customer-key x-goog-encryption-key x-hub-signature-256 x-hub-signature OK-ACCESS-SIGN OK-ACCESS-PASSPHRASE
  X-BAPI-SIGN ocp-apim-subscription-key x-vault-token x-shopify-access-token private-token circle-token x-secret x-auth x-session-id
  x-client-secret x-app-secret x-jwt-assertion x-acs-signature x-tt-logid-token x-user-email x-phone-number`)

/** Fields and parameters whose value is secret as it stands. */
export const strongNames: readonly string[] = words(`
  password passwd pwd Password pass passcode passphrase passwort new_password password_confirmation oldPassword user_pass
  access_token refresh_token id_token token oauth_token accessToken tokens api_tokens page_token csrfmiddlewaretoken
  secret app_secret client_secret clientSecret secretId SecretKey secret_key consumer_secret appsecret_proof webhook_secret secrets
  otp otp_code totp pin user_pin cvv cvv2 cvc security_code captcha_code sms_code verify_code verification_code js_code auth_code device_code
  recovery_code backup_code passcodes
  api_key apikey apiKey appkey app_key access_key accessKeyId AWSAccessKeyId secretAccessKey AccessKeySecret private_key privateKey master_key
  openkey open_key session_key client_key skey api_keys
  signature X-Amz-Signature X-Goog-Signature sharedAccessSignature hmac X-Amz-Credential credential credentials assertion client_assertion
  authorization Authorization cookie cookies jwt csrf xsrf _csrf xsrf-token
  session sessionid session_id JSESSIONID phpsessid SESSDATA bili_jct mnemonic seed_phrase connection_string connectionString code_verifier
  SAMLResponse encryptedData openid unionid email e-mail userEmail ssn iban account_number accountNumber card_number cardNo idcard phone
  phone_number mobile tel senha contraseña clave 密码 口令 登录密码 支付密码 令牌 密钥`)

/** Names with everyday meanings: what they carry counts where it looks opaque. */
export const weakNames: readonly string[] = words(`
  key code sign sig auth state ticket hash sid nonce ak sk sn iv w_rid DedeUserID proof dpop_proof user_key keyid mac`)

export const ordinaryNames: readonly string[] = words(`
  id page size q query text name title lang locale limit offset type status grant_type client_id redirect_uri scope keyword order
  signal timestamp format callback content-type accept user-agent host range if-none-match max_tokens prompt_tokens total_tokens
  output_tokens num_tokens token_type tokenizer secretary passenger compass bypass spin unpin shipping user username __proto__ constructor
  length sessions_count phone_model author authors cookie_policy`)

const form = (name: string, value: string): string => new URLSearchParams([[name, value]]).toString()
const json = (value: unknown): string => JSON.stringify(value)
const deepIn = (value: unknown, levels: number): unknown => (levels === 0 ? value : { a: [deepIn(value, levels - 1)] })
const formData = (name: string, value: string): FormData => {
  const data = new FormData()
  data.append('a', '1')
  data.append(name, value)
  return data
}
const latin1 = (text: string): boolean => /^[\0-\u00FF]*$/.test(text)
const url = (rest: string): URL => new URL(`https://a.test${rest}`)

/** Where a request carries a value under a name. Undefined where it can't. */
export const places: Readonly<Record<string, (name: string, value: string) => RequestView | undefined>> = {
  'a query': (name, value) => ({ url: url(`/x?a=1&${form(name, value)}&z=2`) }),
  'the query before a redirect': (name, value) => ({ url: url('/y'), firstUrl: url(`/x?${form(name, value)}`) }),
  'a fragment': (name, value) => ({ url: url(`/x#a=1&${form(name, value)}`) }),
  'a matrix parameter': (name, value) => ({ url: url(`/x;${form(name, value)}/y`) }),
  'a URL in a parameter': (name, value) => ({
    url: url(`/x?next=${encodeURIComponent(`https://b.test/?b=2&${form(name, value)}&c=3`)}`),
  }),
  'a nested parameter': (name, value) => ({ url: url(`/x?${form(`user[${name}]`, value)}`) }),
  'a form': (name, value) => ({ body: `a=1&${form(name, value)}&z=2` }),
  'a list in a form': (name, value) => ({ body: `a=1&${form(`${name}[]`, value)}&z=2` }),
  'a URLSearchParams': (name, value) => ({
    body: new URLSearchParams([
      ['a', '1'],
      [name, value],
    ]),
  }),
  'a FormData': (name, value) => ({ body: formData(name, value) }),
  'a Map': (name, value) => ({
    body: new Map([
      ['a', '1'],
      [name, value],
    ]),
  }),
  'JSON text': (name, value) => ({ body: json({ a: 1, [name]: value, z: 2 }) }),
  'pretty JSON': (name, value) => ({ body: JSON.stringify({ a: 1, [name]: value, z: 2 }, null, 2) }),
  'lines of JSON': (name, value) => ({ body: `{"a":1}\n${json({ [name]: value })}\n` }),
  'JSON 30 levels deep': (name, value) => ({ body: json(deepIn({ [name]: value }, 15)) }),
  'an object': (name, value) => ({ body: { a: 1, [name]: value } }),
  'an object 30 levels deep': (name, value) => ({ body: deepIn({ [name]: value }, 15) }),
  'an object with toJSON': (name, value) => ({ body: { x: { toJSON: () => ({ [name]: value }) } } }),
  'a list': (name, value) => ({ body: { [name]: ['x', value] } }),
  'an object under the name': (name, value) => ({ body: { [name]: { value } } }),
  'JSON in JSON': (name, value) => ({ body: json({ data: json({ [name]: value }) }) }),
  'JSON in JSON in JSON': (name, value) => ({ body: json({ data: json({ data: json({ [name]: value }) }) }) }),
  'a form in JSON': (name, value) => ({ body: json({ data: `a=1&${form(name, value)}&b=2` }) }),
  'JSON in a form': (name, value) => ({ body: form('biz_content', json({ [name]: value })) }),
  'GraphQL arguments': (name, value) =>
    /^[\w]+$/.test(name)
      ? { body: json({ query: `mutation { login(user: "me", ${name}: ${json(value)}) { id } }` }) }
      : undefined,
  'GraphQL variables': (name, value) => ({
    body: json({ query: 'mutation($p: String!) { x(p: $p) }', variables: { [name]: value } }),
  }),
  'an XML element': (name, value) => ({ body: `<xml><a>1</a><${name}>${escaped(value)}</${name}><z>2</z></xml>` }),
  'an XML element with a prefix and attributes': (name, value) => ({
    body: `<s:x><s:${name} type="text">${escaped(value)}</s:${name}></s:x>`,
  }),
  'an XML attribute': (name, value) => ({ body: `<user a="1" ${name}="${escaped(value)}" z="2"/>` }),
  'an XML attribute with single quotes': (name, value) => ({ body: `<user ${name}='${escaped(value)}'/>` }),
  CDATA: (name, value) => ({ body: `<xml><${name}><![CDATA[${value}]]></${name}></xml>` }),
  'pretty CDATA': (name, value) => ({ body: `<xml>\n  <${name}>\n    <![CDATA[${value}]]>\n  </${name}>\n</xml>` }),
  'an element with a name attribute': (name, value) => ({ body: `<param name="${name}">${escaped(value)}</param>` }),
  multipart: (name, value) => ({
    body: `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b--\r\n`,
  }),
  'multipart with a preamble and types': (name, value) => ({
    body: `This is a message.\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${value}\r\n--b--\r\n`,
  }),
  'a text/plain form': (name, value) => ({ body: `a=1\r\n${name}=${value}\r\nz=2\r\n` }),
  YAML: (name, value) => ({ body: `user:\n  name: me\n  ${name}: ${value}\n  z: 2\n` }),
  'a YAML block': (name, value) => ({ body: `${name}: |\n  ${value}\nz: 2\n` }),
  'a name and a value': (name, value) => ({
    body: json({
      fields: [
        { name: 'a', value: '1' },
        { name, value },
      ],
    }),
  }),
  'a value and a name': (name, value) => ({ body: json([{ value, name }]) }),
  'a key and a value': (name, value) => ({ body: { items: [{ key: name, type: 'string', value }] } }),
  'JSON Patch': (name, value) => ({ body: [{ op: 'replace', path: `/user/${name}`, value }] }),
  bytes: (name, value) => ({ body: new TextEncoder().encode(json({ [name]: value })) }),
  'an ArrayBuffer': (name, value) => ({ body: new TextEncoder().encode(json({ [name]: value })).buffer }),
  'a DataView': (name, value) => ({ body: new DataView(new TextEncoder().encode(form(name, value)).buffer) }),
  'bytes in an object': (name, value) => ({ body: { file: new TextEncoder().encode(json({ [name]: value })) } }),
  'a header': (name, value) => ({ headers: { accept: '*/*', [name]: value } }),
  'a list of headers': (name, value) => ({
    headers: [
      ['accept', '*/*'],
      [name, value],
    ],
  }),
  'headers with lists': (name, value) => ({ headers: { [name]: ['x', value] } }),
  'a Map of headers': (name, value) => ({ headers: new Map([[name, value]]) }),
  'a Headers': (name, value) =>
    latin1(name + value) && /^[\w-]+$/.test(name) ? { headers: new Headers({ [name]: value }) } : undefined,
  'a cookie': (name, value) => ({ headers: { cookie: `a=1; ${name}=${encodeURIComponent(value)}; z=2` } }),
  'a plain cookie': (name, value) =>
    /[;\s]/.test(value) ? undefined : { headers: { cookie: `a=1;${name}=${value};z=2` } },
  'a JSON cookie': (name, value) => ({ headers: { cookie: `a=1; s=${encodeURIComponent(json({ [name]: value }))}` } }),
}

/** Where a request carries a value without a name. */
export const namelessPlaces: Readonly<Record<string, (value: string) => RequestView>> = {
  'Authorization: Bearer': (value) => ({ headers: { Authorization: `Bearer ${value}` } }),
  'Authorization: a scheme of its own': (value) => ({ headers: { Authorization: `Custom-Scheme ${value}` } }),
  'Authorization: Key id:secret': (value) => ({ headers: { Authorization: `Key my-id:${value}` } }),
  'Authorization: Token token=': (value) => ({ headers: { Authorization: `Token token="${value}", nonce="x"` } }),
  'Authorization: OAuth': (value) => ({
    headers: {
      Authorization: `OAuth realm="x", oauth_consumer_key="c", oauth_signature="${encodeURIComponent(value)}"`,
    },
  }),
  'Authorization: AWS': (value) => ({
    headers: { Authorization: `AWS4-HMAC-SHA256 Credential=AKID/x, SignedHeaders=host, Signature=${value}` },
  }),
  'Authorization: Basic': (value) => ({
    headers: { authorization: `Basic ${Buffer.from(`me:${value}`).toString('base64')}` },
  }),
  'Authorization: Basic, as the user': (value) => ({
    headers: { authorization: `Basic ${Buffer.from(`${value}:`).toString('base64')}` },
  }),
  'Proxy-Authorization': (value) => ({
    headers: { 'Proxy-Authorization': `Basic ${Buffer.from(`me:${value}`).toString('base64')}` },
  }),
  'Authorization alone': (value) => ({ headers: [['authorization', value]] }),
  'user info': (value) => ({ url: new URL(`https://me:${encodeURIComponent(value)}@a.test/`) }),
  'user info, as the user': (value) => ({ url: new URL(`https://${encodeURIComponent(value)}@a.test/`) }),
  'user info of a URL in the body': (value) => ({
    body: JSON.stringify({ webhook: `https://me:${encodeURIComponent(value)}@b.test/` }),
  }),
  'the path of a bot': (value) => ({ url: url(`/bot123456:${encodeURIComponent(value)}/getMe`) }),
}

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;')
const hex = (text: string): string => Buffer.from(text).toString('hex')
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const between = (text: string, sign: string): string => Array.from(text).join(sign)
const each = (text: string, escape: (unit: string) => string): string =>
  Array.from({ length: text.length }, (_, at) => escape(text[at] as string)).join('')
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** How an answer echoes a value: found by both builds. */
export const echoes: Readonly<Record<string, (value: string) => string>> = {
  'as it is': (value) => value,
  'in quotes': (value) => `"${value}"`,
  'in brackets': (value) => `[${value}]`,
  'in capitals': (value) => value.toUpperCase(),
  'beside Chinese': (value) => `参数${value}错误`,
  'percent-encoded': encodeURIComponent,
  'percent-encoded twice': (value) => encodeURIComponent(encodeURIComponent(value)),
  'percent-encoded three times': (value) => encodeURIComponent(encodeURIComponent(encodeURIComponent(value))),
  'percent-encoded throughout': (value) => hex(value).replace(/../g, '%$&'),
  'as a form': (value) => new URLSearchParams({ a: value }).toString().slice(2),
  'JSON-escaped': inJson,
  'JSON-escaped twice': (value) => inJson(inJson(value)),
  'JSON in ASCII': (value) =>
    inJson(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'by \\u throughout': (value) => each(value, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'HTML-escaped': escaped,
  'HTML by numbers': (value) => each(value, (unit) => `&#${unit.charCodeAt(0)};`),
  'HTML by hexadecimal numbers': (value) => each(value, (unit) => `&#x${unit.charCodeAt(0).toString(16)};`),
  'HTML-escaped, then as JSON': (value) => inJson(escaped(value)),
  'with zero-width spaces': (value) => between(value, '\u200B'),
  'with &#8203;': (value) => between(value, '&#8203;'),
  'with \\u200b': (value) => between(value, '\\u200b'),
  'with %E2%80%8B': (value) => between(value, '%E2%80%8B'),
  'with soft hyphens': (value) => between(value, '&shy;'),
  'in groups with NBSP': (value) => value.replace(/.{4}(?=.)/gsu, '$&\u00A0'),
  'in lines': (value) => value.replace(/.{8}(?=.)/gsu, '$&\r\n'),
  'with a colour inside': (value) => `${value.slice(0, 3)}\u001B[31m${value.slice(3)}`,
}

/** Found by the deep build alone. */
export const deepEchoes: Readonly<Record<string, (value: string) => string>> = {
  base64,
  base64url: (value) => Buffer.from(value).toString('base64url'),
  'base64 in lines': (value) => base64(value).replace(/.{20}/g, '$&\r\n'),
  'base64 of more': (value) => base64(`x${value}yz`),
  'base64 of a pair': (value) => base64(`me:${value}`),
  'base64 of JSON': (value) => base64(`{"a":"${value}"}`),
  hex,
  'hex in capitals with colons': (value) =>
    hex(value)
      .toUpperCase()
      .replace(/..(?=.)/g, '$&:'),
  'a list of bytes': (value) => JSON.stringify(Array.from(Buffer.from(value))),
}
