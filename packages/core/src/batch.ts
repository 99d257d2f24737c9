// Answers that carry other answers: a list whose items are judged one by one.
import { type Answer, own, type RawResponse } from './answer.ts'
import { compilePlace, type Place, readPath } from './place.ts'

/**
 * Where a dialect's list of answers stands (`$value`: the body itself), and what stands where in an item: paths of names, `*` for an
 * item's only member. What is left out is that of the whole answer; without `body` the item itself is judged.
 */
export interface Batch {
  readonly at: Place
  readonly status?: string | undefined
  readonly headers?: string | undefined
  readonly body?: string | undefined
}

/** Enough for any batch that a platform takes. */
const mostItems = 1000

/** The answers in an answer; undefined when the list is not there. */
export function itemsOf(answer: Answer, raw: RawResponse, batch: Batch): RawResponse[] | undefined {
  const list = compilePlace(batch.at)(answer)
  if (!Array.isArray(list)) return undefined
  return list.slice(0, mostItems).map((item: unknown) => {
    const read = (path: string | undefined): unknown => (path === undefined ? undefined : readPath(item, path))
    const status = Number(read(batch.status) ?? raw.status)
    const headers = read(batch.headers)
    return {
      ...raw,
      status: status >= 100 ? status : raw.status,
      // Meta lists its headers as records of name and value.
      headers: Array.isArray(headers) ? headers.map((one) => [own(one, 'name'), own(one, 'value')]) : (headers ?? {}),
      body: batch.body === undefined ? item : read(batch.body),
    }
  })
}
