/** Characters that take two columns of a terminal: Han, kana, hangul, full-width forms and CJK punctuation. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/g

/** A text filled up with blanks to a number of terminal columns. */
export function padded(text: string, columns: number): string {
  const width = text.length + (text.match(wide)?.length ?? 0)
  return text + ' '.repeat(Math.max(0, columns - width))
}
