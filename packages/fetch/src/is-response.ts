/** Whether a value is a Response: the runtime's, or by its tag one of another realm or of a library. */
export function isResponse(value: unknown): value is Response {
  return value instanceof Response || Object.prototype.toString.call(value) === '[object Response]'
}
