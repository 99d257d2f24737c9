/** Whether a request ended by the user's own signal, `AbortSignal.timeout` included, or by an abort of the runtime's. */
export function isCancelled(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true || (error as { name?: unknown } | null | undefined)?.name === 'AbortError'
}
