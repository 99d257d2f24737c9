/** What can be sent twice, by its tag, since each realm and library has classes of its own. */
const repeatable = /^\[object (?:ArrayBuffer|SharedArrayBuffer|URLSearchParams|Blob|File|FormData)\]$/

/** Whether a request's body can be sent once more: texts, bytes, forms and Blobs; never a stream, or what is read like one. */
export function isRepeatableBody(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return true
  // The package form-data calls itself FormData, and is a stream.
  if (typeof (body as { pipe?: unknown }).pipe === 'function') return false
  return ArrayBuffer.isView(body) || repeatable.test(Object.prototype.toString.call(body))
}
