import type { MessageRule, Reason } from '@unifault/core'
import { admits } from './admits.ts'
import type { WordRule } from './word-rule.ts'
import { englishWords } from './words-en.ts'
import { chineseWords } from './words-zh.ts'

/** Statuses that words may make finer; for the rest the status is clear enough. */
const refined: readonly (readonly [status: number, when: string])[] = [
  [200, 'status=2xx'],
  [400, 'status=400'],
  [401, 'status=401'],
  [402, 'status=402'],
  [403, 'status=403'],
  [419, 'status=419'],
  [422, 'status=422'],
  [429, 'status=429'],
]

let all: readonly WordRule[] | undefined

/** Both word tables: some 45 kB of expressions, made when the first message has to be read. */
function rules(): readonly WordRule[] {
  return (all ??= [...chineseWords(), ...englishWords()])
}

/** The word table as rules: for each status only the reasons that it leaves room for. */
export function messageRules(): MessageRule[] {
  return refined.flatMap(([status, when]) =>
    rules()
      .filter(([reason, , statuses]) => admits(status, reason) && (statuses === undefined || statuses.includes(status)))
      .map(([reason, match]) => ({ match, reason, when })),
  )
}

/** The reason of a message at a status, as the rules find it. */
export function reasonOfWords(message: string, status: number): Reason | undefined {
  const asked = status < 300 ? 200 : status
  if (!refined.some(([one]) => one === asked)) return undefined
  const text = message.slice(0, 1024).trim()
  return rules().find(
    ([reason, match, statuses]) =>
      admits(asked, reason) && (statuses === undefined || statuses.includes(asked)) && match.test(text),
  )?.[0]
}
