/**
 * The folded names of parameters, fields and headers that carry a credential or personal data.
 * Gathered from OAuth (RFC 6749, 7521, 7636), AWS and Google signing, QQ (`openkey`), WeChat (`js_code`, `session_key`),
 * Bilibili (`SESSDATA`, `bili_jct`, `w_rid`), Baidu (`ak`, `sn`) and Alibaba signing, OKX and Bybit (`OK-ACCESS-SIGN`, `X-BAPI-SIGN`), and the common header names.
 */
const sensitive =
  /passw(?:or)?d|(?:token|secret|passphrase|pwd|signature|ticket|session(?:id)?|sessdata|jct|[cx]srf|credentials?|assertion|authorization|cookie|jwt|verifier|encrypteddata|openid|unionid|(?:api|app|access|secret|open|private|session|client|consumer|auth|subscription)key(?:id)?|secretid|(?:access|api|app|pay)sign|(?:js|auth|device|sms|captcha|verif\w{0,16})code)$|^(?:x?(?:sign|sig|auth)|key|ak|sk|sn|code|iv|wrid|t?otp|pin|cvv|cvc|cardnumber|mobile|phone|phonenumber|idcard|dedeuserid)$/

/** Whether a parameter, field or header of a request is likely to carry a credential or personal data. */
export function isSensitiveName(name: string): boolean {
  return sensitive.test(
    name
      .slice(-64)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  )
}
