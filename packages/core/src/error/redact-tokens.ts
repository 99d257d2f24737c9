/** Values that are credentials by their own shape: authorization schemes, JWT, PEM, and the prefixes that issuers document. */
const tokens =
  /\b(?:Bearer|Basic|Digest) +[\w.~+/=-]{4,}|\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}|-----BEGIN [^-]{1,64}-----.*?(?:-----END [^-]{1,64}-----|$)|\b(?:sk|pk|rk|whsec)[-_][\w*-]{4,}|\b(?:AKIA|ASIA|LTAI|AKID)[A-Za-z0-9]{8,}|\bAIza[\w-]{8,}|\b(?:gh[opsur]|github_pat|xox[abeoprs]|glpat|hf)[-_][\w-]{6,}/gs

/**
 * `name=value` and `"name":"value"` under a name that ends like a credential's, as in an echoed query string.
 * After a mere colon a short word stays, since it is a sentence: `Invalid token: malformed`.
 */
const pairs =
  /((?:token|secret|passw(?:or)?d|pwd|signature|sign|sig|ticket|session_?key|openkey|sessdata|bili_jct|csrf|api_?key|app_?key|access_?key(?:_?id)?|js_code|authorization|cookie)(?:["']?\s?=\s?["']?|["']\s?:\s?["']?|\s?:\s?(?=[^\s&"',;]*\d|[^\s&"',;]{16})))([^\s&"',;]{4,})/gi

/** A text without values that are credentials by shape or by the name before them. */
export function redactTokens(text: string): string {
  return text.replace(tokens, '*').replace(pairs, '$1*')
}
