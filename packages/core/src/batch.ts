// Answers that carry other answers: a list whose items are judged one by one.
import { type Answer, isRecord, own, type RawResponse } from './answer.ts'
import { compilePlace, type Place } from './place.ts'

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

function read(item: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => own(at, name === '*' && isRecord(at) ? (Object.keys(at).at(0) ?? '') : name), item)
}

/** The answers in an answer; undefined when the list is not there. */
export function itemsOf(answer: Answer, raw: RawResponse, batch: Batch): RawResponse[] | undefined {
  const list = compilePlace(batch.at)(answer)
  if (!Array.isArray(list)) return undefined
  return list.slice(0, mostItems).map((item: unknown) => {
    const status = Number((batch.status === undefined ? undefined : read(item, batch.status)) ?? raw.status)
    const headers = batch.headers === undefined ? undefined : read(item, batch.headers)
    return {
      ...raw,
      status: status >= 100 ? status : raw.status,
      // Meta lists its headers as records of name and value.
      headers: Array.isArray(headers) ? headers.map((one) => [own(one, 'name'), own(one, 'value')]) : (headers ?? {}),
      body: batch.body === undefined ? item : read(item, batch.body),
    }
  })
}
