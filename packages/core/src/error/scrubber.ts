import { bareText } from './bare-text.ts'
import { plainText } from './plain-text.ts'
import { redactTokens } from './redact-tokens.ts'
import { mostSecrets, requestSecrets } from './request-secrets.ts'
import type { RequestView } from './request-view.ts'
import { bareForms, secretForms } from './secret-forms.ts'

/** What is looked at before the cut to the length that is kept, so that a secret across the cut is still seen whole. */
const looked = 8192

/** Makes a provider's text fit to be shown: printable, without secrets, at most `most` characters, copied. */
export type Scrub = (text: string, most?: number) => string

/** A scrubber that knows one request's secrets; they are gathered when the first text comes. */
export function scrubber(request: RequestView): Scrub {
  let forms: Set<string> | undefined
  let bareSecrets: string[] = []
  let longest = 0
  let isHopeless = false // so many secrets that not all can be looked for
  return (text, most = 512) => {
    if (text === '') return text
    if (isHopeless) return '*'
    if (forms === undefined) {
      forms = new Set()
      const secrets = [...requestSecrets(request)]
      isHopeless = secrets.length > mostSecrets
      if (isHopeless) return '*'
      // A short secret of small and capital letters alone is a word too: it must not blot every message that has the word in another case.
      bareSecrets = secrets.filter((secret) => !/^[a-z]{1,15}$/i.test(secret)).flatMap(bareForms)
      for (const secret of secrets)
        for (const form of secretForms(secret)) {
          const shown = plainText(form)
          if (shown.length < 4) continue
          forms.add(shown)
          longest = Math.max(longest, shown.length)
        }
    }
    let clean = blot(plainText(text.slice(0, looked)), forms)
    // A secret across the end of what was looked at is not seen whole.
    if (text.length > looked && longest > 0) clean = clean.slice(0, -longest)
    // An encoding that is not among the forms: then nothing of the text can be trusted.
    if (bareSecrets.length > 0) {
      const bare = bareText(clean)
      if (bareSecrets.some((secret) => bare.includes(secret))) return '*'
    }
    clean = redactTokens(clean)
    if (clean.length > most) clean = `${clean.slice(0, most - 1)}…`
    return copy(clean.toWellFormed())
  }
}

/** A text with `*` for each run of what is to be hidden. All is found before anything goes: one secret may overlap another, or itself. */
function blot(text: string, hidden: ReadonlySet<string>): string {
  let isHidden: Uint8Array | undefined
  for (const one of hidden)
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1))
      (isHidden ??= new Uint8Array(text.length)).fill(1, at, at + one.length)
  if (isHidden === undefined) return text
  let kept = ''
  for (let at = 0; at < text.length; at++)
    if (isHidden[at] === 0) kept += text[at]
    else if (isHidden[at - 1] !== 1) kept += '*'
  return kept
}

/** V8 keeps a whole body alive for a slice of it; joining and cutting forces a copy of just this text. */
function copy(text: string): string {
  return ` ${text}`.slice(1)
}
