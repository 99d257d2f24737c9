// A secret may stand in the words of an answer alone: then no request tells that it is one, and only its looks do.
import { deep } from '@unifault/core/redact-deep'

/**
 * Words of a platform with `*` for each that looks like a key, as they are cleaned when a request has carried it.
 *
 * @example
 * cleanWords('no user for Zx81pQ4v0aB3c9Kd') // 'no user for *'
 */
export function cleanWords(text: string): string {
  const words = text.replace(/https?:\/\/[^\s"'<>]+/g, ' ').split(/[^\w.~+/=-]+/)
  return deep({ headers: { words: words.join(' ') } })(text)
}

/** An error as `toJSON` gives it, with its words cleaned: its own message ends with those of the platform. */
export function withCleanWords(error: Record<string, unknown>): Record<string, unknown> {
  const { message, providerMessage: said, issues } = error
  const isSaid = typeof said === 'string'
  return {
    ...error,
    ...(isSaid && { providerMessage: cleanWords(said) }),
    ...(isSaid && typeof message === 'string' && { message: message.replace(said, () => cleanWords(said)) }),
    ...(Array.isArray(issues) && {
      issues: issues.map((issue: { message?: string }) =>
        typeof issue.message === 'string' ? { ...issue, message: cleanWords(issue.message) } : issue,
      ),
    }),
  }
}
