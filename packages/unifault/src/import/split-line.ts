// A line whose cells nothing but spaces separates, cut where its columns most probably meet.
import type { Caption } from './captions.ts'
import { han } from './blocks.ts'

const chinese = /[\p{Script=Han}，。、！？：；（）《》“”]/u
/** Words beyond this are left in the last cell. */
const mostWords = 120
/** A cut that tells less than this is no cut. */
const leastTelling = 0.5

/** The cells of a line, as many as there are columns, or fewer where it cannot be told where one ends. */
export function splitLine(text: string, columns: readonly (Caption | undefined)[]): string[] {
  if (text.includes('\t')) return text.split('\t').map((cell) => cell.trim())
  if (columns.length <= 1) return [text.trim()]
  const apart = text.trim().split(/ {2,}/)
  if (apart.length === columns.length) return apart.map((cell) => cell.trim())
  const words = text.trim().split(/\s+/)
  const shown = words.slice(0, mostWords)
  if (words.length > mostWords) shown[mostWords - 1] = words.slice(mostWords - 1).join(' ')
  return best(shown, columns)
}

/** The cuts that tell most together: a table over words and columns. */
function best(words: readonly string[], columns: readonly (Caption | undefined)[]): string[] {
  const fits = columns.map(({ language } = { role: 'other', isSure: false }) =>
    words.map((word) => fit(word, language)),
  )
  let most: { score: number; cells: string[] } = { score: -Infinity, cells: [words.join(' ')] }
  // scores[end]: the best way to have words[0..end) in the columns so far
  let scores: (Way | undefined)[] = [{ score: 0, cuts: [] }]
  columns.forEach((caption, column) => {
    const next: (Way | undefined)[] = []
    for (let start = 0; start < words.length; start++) {
      const before = scores[start]
      if (before === undefined) continue
      const cut = column === 0 ? 0 : boundary(words[start - 1] ?? '', words[start] ?? '', columns)
      if (column > 0 && cut < leastTelling) continue
      let score = before.score + cut
      let hasHan = false
      for (let end = start + 1; end <= words.length; end++) {
        score += fits[column]?.[end - 1] ?? 0
        hasHan ||= han.test(words[end - 1] ?? '')
        const total = score - (caption?.language === 'zh' && !hasHan ? 3 : 0)
        if ((next[end]?.score ?? -Infinity) < total) next[end] = { score: total, cuts: [...before.cuts, start] }
      }
    }
    scores = next
    const whole = scores[words.length]
    // Fewer cells than columns are allowed, and cost something.
    if (whole !== undefined && whole.score - (columns.length - 1 - column) > most.score)
      most = {
        score: whole.score - (columns.length - 1 - column),
        cells: whole.cuts.map((start, index) => words.slice(start, whole.cuts[index + 1]).join(' ')),
      }
  })
  return most.cells
}

interface Way {
  readonly score: number
  readonly cuts: readonly number[]
}

/** What a word costs in a column of a language. */
function fit(word: string, language: 'zh' | 'en' | undefined): number {
  if (language === 'en') return chinese.test(word) ? -3 : 0
  return language === 'zh' && !chinese.test(word) ? -0.2 : 0
}

/** How much the space between two words looks like the end of a cell. */
function boundary(before: string, after: string, columns: readonly (Caption | undefined)[]): number {
  const last = before.at(-1) ?? ''
  const first = after.charAt(0)
  const [endsChinese, startsChinese] = [chinese.test(last), chinese.test(first)]
  // Chinese has no spaces inside of a sentence.
  if (endsChinese && startsChinese) return 3
  const isBilingual = columns.some((one) => one?.language === 'zh') && columns.some((one) => one?.language === 'en')
  if (endsChinese || startsChinese) return 1
  if (/[.!。]$/.test(last) && /[A-Z]/.test(first)) return 1
  if (!isBilingual) return 0
  if (chinese.test(after)) return 0.8
  // English begins with a capital, where it can be told at all: `无效的user id Invalid user id`.
  return /[A-Z]/.test(first) && !/[A-Z]/.test(before) ? 0.9 : leastTelling
}

/** Of texts that have both languages side by side, the two parts of each; undefined where most have not. */
export function splitLanguages(texts: readonly string[]): (readonly [string, string])[] | undefined {
  const filled = texts.filter((text) => text !== '')
  const orders = [
    ['zh', 'en'],
    ['en', 'zh'],
  ] as const
  for (const order of orders) {
    const columns = order.map((language): Caption => ({ role: 'message', isSure: true, language }))
    const parts = texts.map((text): readonly [string, string] => {
      const cells = splitLine(
        withoutSigns(text.replace(/(?<=[\p{Script=Han}）)])[^\S\n]{0,8}[(（](?=[A-Z][a-z]{1,40} )/gu, ' ')),
        columns,
      )
      const [one = '', other = ''] = cells
      return isEnglish(order[0] === 'en' ? one : other) && chinese.test(order[0] === 'zh' ? one : other)
        ? [one, other]
        : [text, '']
    })
    if (parts.filter(([, other]) => other !== '').length >= filled.length * 0.6 && filled.length > 0) return parts
  }
  return undefined
}

/** A text in which one space stands for each bar, slash and run of line's ends, and for the spaces around it. */
function withoutSigns(text: string): string {
  const inOneLine = (part: string): string =>
    part
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' ')
  return text.split(/[|/]/).map(inOneLine).join(' ')
}

/** Two words or more: `openid` at the end of a Chinese sentence belongs to it. */
const isEnglish = (text: string): boolean =>
  !chinese.test(text) && /^[A-Za-z][\w'-]* +[A-Za-z]/.test(text) && /[a-z]{2}/.test(text)
