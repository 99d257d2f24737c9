/** Whether the body that shall be sent is read, or being read, already: fetch will refuse it. To be asked before the call. */
export function hasUsedBody(input: string | URL | Request, init: RequestInit | undefined): boolean {
  const body: unknown = init?.body ?? undefined
  if (body !== undefined) return body instanceof ReadableStream && body.locked
  return input instanceof Request && input.bodyUsed
}
