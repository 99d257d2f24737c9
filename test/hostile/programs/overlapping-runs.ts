/** One element of an expression: a set of characters, or a group that is not looked into, and how often it may come. */
interface Element {
  readonly set: RegExp | undefined
  readonly isOptional: boolean
  readonly isEndless: boolean
}

const sample = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).concat(
  '\n',
  '\u00E9',
  '\u8D26',
)
const token =
  /(?<set>\\[dDwWsSnrt.\\/^$*+?()[\]{}|-]|\[(?:\\.|[^\]\\])*\]|\\u\{?[\da-f]+\}?|[^\\()[\]|^$*+?{}])(?<times>(?:[*+?]|\{\d+(?:,\d*)?\})\??)?|(?<assertion>\\[bB]|[\^$])|(?<open>\((?:\?(?:<?[=!]|:|<\w+>))?)|(?<close>\)(?<often>(?:[*+?]|\{\d+(?:,\d*)?\})\??)?)|(?<or>\|)/giu

function element(set: RegExp | undefined, times = ''): Element {
  return { set, isOptional: /^(?:[*?]|\{0)/.test(times), isEndless: /^(?:[*+]|\{\d+,\})/.test(times) }
}

/** Whether two endless runs of a sequence can both take all that stands between them, so that each way to part a text is tried. */
function overlaps(sequence: readonly Element[]): boolean {
  const runs = sequence.flatMap(({ set, isEndless }, at) => (isEndless && set !== undefined ? [{ set, at }] : []))
  return runs.some((first) =>
    runs.some((last) => {
      if (last.at <= first.at || last.at === sequence.length - 1) return false // nothing after it can fail
      const shared = sample.filter((one) => first.set.test(one) && last.set.test(one))
      const between = sequence.slice(first.at + 1, last.at).filter(({ isOptional }) => !isOptional)
      return shared.length > 0 && between.every(({ set }) => shared.some((one) => set?.test(one) === true))
    }),
  )
}

/** Whether an expression has two endless runs that may share what they match and then fail: its work grows with the square of the text. */
export function hasOverlappingRuns(source: string, flags: string): boolean {
  let isFound = false
  const open: Element[][] = []
  let sequence: Element[] = []
  const finish = (): void => {
    isFound ||= overlaps(sequence)
  }
  for (const { groups = {} } of source.matchAll(token)) {
    if (groups['set'] !== undefined) {
      sequence.push(element(new RegExp(`^(?:${groups['set']})$`, flags.replace(/[gy]/g, '')), groups['times']))
    } else if (groups['assertion'] !== undefined) sequence.push(element(undefined))
    else if (groups['open'] !== undefined) {
      open.push(sequence)
      sequence = []
    } else {
      finish()
      sequence = groups['or'] === undefined ? (open.pop() ?? []) : []
      if (groups['close'] !== undefined) sequence.push(element(undefined, groups['often']))
    }
  }
  finish()
  return isFound
}
