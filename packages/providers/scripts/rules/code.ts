import { ofRows, type TableRule } from './rule.ts'

/** A code is text, with at most one `*`. */
export const code: TableRule = {
  check: ofRows(({ code: text }) =>
    text === '' || text !== text.trim() || text.split('*').length > 2
      ? [`has the code ${JSON.stringify(text)}, expected text with at most one *`]
      : [],
  ),
}
