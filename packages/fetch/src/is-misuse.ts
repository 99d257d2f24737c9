/**
 * Whether fetch failed because of its arguments: those never make a Request either.
 * The Fetch standard reports both misuse and network failure as a TypeError, and runtimes word them differently.
 */
export function isMisuse(input: string | URL | Request, init: RequestInit | undefined): boolean {
  try {
    const isStream = init?.body instanceof ReadableStream
    // A used stream or Request would fail now though it was fine then: `hasUsedBody` tells beforehand.
    void new Request(input instanceof Request ? input.url : input, isStream ? { ...init, body: null } : init)
    return false
  } catch {
    return true
  }
}
