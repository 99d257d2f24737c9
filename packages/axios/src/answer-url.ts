/** What the adapters of axios leave in `response.request`: a ClientRequest of Node, an XMLHttpRequest or a Request. */
type SentRequest =
  | { readonly res?: { readonly responseUrl?: unknown }; readonly responseURL?: unknown; readonly url?: unknown }
  | null
  | undefined

/**
 * The absolute URL that gave the answer, redirects followed, by what the adapter left behind; undefined when it left nothing.
 * The fetch adapter tells only where the request went first.
 */
export function answerUrl(request: unknown): string | undefined {
  const sent = request as SentRequest
  for (const url of [sent?.res?.responseUrl, sent?.responseURL, sent?.url])
    if (typeof url === 'string' && url.includes('://')) return url
  return undefined
}
