import { plainText } from './plain-text.ts'
import { redactTokens } from './redact-tokens.ts'
import { requestSecrets } from './request-secrets.ts'
import type { RequestView } from './request-view.ts'
import { secretForms } from './secret-forms.ts'

/** What is looked at before the cut to the length that is kept, so that a secret across the cut is still seen whole. */
const looked = 8192

/** Makes a provider's text fit to be shown: printable, without secrets, at most `most` characters, copied. */
export type Scrub = (text: string, most?: number) => string

/** A scrubber that knows one request's secrets; they are gathered when the first text comes. */
export function scrubber(request: RequestView): Scrub {
  let forms: string[] | undefined
  return (text, most = 512) => {
    if (text === '') return text
    if (forms === undefined) {
      const all = new Set<string>()
      for (const secret of requestSecrets(request))
        for (const form of secretForms(secret)) if (form.length >= 4) all.add(form)
      forms = [...all].sort((a, b) => b.length - a.length) // longest first: a form may hold another
    }
    let clean = plainText(text.slice(0, looked))
    for (const form of forms) if (clean.includes(form)) clean = clean.replaceAll(form, '*')
    clean = redactTokens(clean)
    if (clean.length > most) clean = `${clean.slice(0, most - 1).toWellFormed()}…`
    return copy(clean)
  }
}

/** V8 keeps a whole body alive for a slice of it; joining and cutting forces a copy of just this text. */
function copy(text: string): string {
  return ` ${text}`.slice(1)
}
