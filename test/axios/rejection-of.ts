/** What a promise rejects with; a promise that fulfils is a failed test. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown
  try {
    value = await promise
  } catch (error) {
    return error
  }
  throw new Error(`expected a rejection, got ${JSON.stringify((value as { data?: unknown }).data ?? typeof value)}`)
}
