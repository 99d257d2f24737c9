/**
 * Which names carry secrets, and which values look like one.
 *
 * A strong name always carries a secret or personal data. A weak one has everyday meanings too, so its value counts
 * only where it looks opaque. Names are compared without case and separators, by their end: `X-Api-Key`, `api_key`
 * and `user.apiKey` are all `apikey`, while `token_type` and `max_tokens` are other things.
 */
const strong =
  /(?:passw(?:or)?d.{0,12}|(?<!by|com)pass(?:wort|phrase|code)?|pwd|senha|contrase[nñ]a|clave|密[码碼钥鑰]|口令|令牌|secret(?:id|proof)?|(?<!max|min|total|prompt|completion|input|output|num)token|jwt|signature|hmac|otp|(?<!s|un)pin|cv[vc]2?|credential|assertion|authorization|cookie|[cx]srf|jct|sess(?:ion|data)?(?:id)?|mnemonic|seedphrase|connectionstring|verifier|(?:api|app|access|secret|open|private|master|session|client|consumer|account|service|auth|^s)key(?:id)?|(?:js|auth|device|sms|otp|captcha|recovery|security|backup|verif\p{L}{0,16})code|samlresponse|encrypteddata|ssn|iban|(?:account|card|phone)(?:number|no)|idcard|mail|phone|mobile|^tel|(?:open|union)id)s?\d{0,3}$/u
const weak =
  /(?:key(?:id)?|(?<!country|currency|promo|promotion|coupon|discount|product|postal|zip)code|sign?|auth|state|ticket|hash|mac|sid|nonce|proof|^[as]k|^sn|^iv|wrid|dedeuserid)s?\d?$/

/** Headers whose value is no secret, opaque as it may be, unless their name is a strong one. */
export const harmless: RegExp =
  /^(?:accept|content-|user-agent|origin|referer|host|if-|sec-|(?:x-)?(?:client-)?(?:request|correlation|trace|idempotency))|-(?:version|organization|account|project|workspace|tenant)(?:-id)?$/i

/** 2: the value is secret as it stands; 1: where it looks opaque; 0: it is none. A long name is judged by its end. */
export function rank(name: string): number {
  const folded = name
    .slice(-64)
    .replace(/^.*\[(?=[^\d\]])/s, '') // of `user[name]` the inner name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return name.startsWith('$') ? 0 : strong.test(folded) ? 2 : Number(weak.test(folded)) // `$name: Type` is GraphQL's
}

/**
 * Ten letters and digits or more of two kinds, well mixed (eight of three kinds), and no date, URL, media type or
 * sentence. A capital that begins a word of its own (`getUserName`) is no mixing.
 */
export function isOpaque(value: string): boolean {
  const text = value.replace(/20\d\d-?\d\d-?\d\d(?:T\d{4,6}Z?)?|[^A-Za-z\d]+/g, '') // dates are none
  const kinds = [/\d/, /[a-z]/, /[A-Z]/].filter((kind) => kind.test(text)).length
  const turns = text.match(/[a-z](?=\d|[A-Z](?![a-z]{2}))|[A-Z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0
  return (
    text.length > (kinds > 2 ? 7 : 9) &&
    turns * 6 > text.length &&
    (/\d/.test(text) || text.length > 19) &&
    !/^https?:|^\w+\/[\w.+-]+$|[\s"']/.test(value)
  )
}
