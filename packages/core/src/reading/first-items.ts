/** Enough of any list in an answer for an error to tell. */
const most = 16

/** The first items of a list; none of what is no list. */
export function firstItems(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list.slice(0, most) : []
}
