import type { Entry } from './entry.ts'
import type { Guess } from './learned-words.ts'
import { readPlainly } from './plain-words.ts'
import { type Outcome, categoryOf } from './taxonomy.ts'

/** How the reason of a row was found: by the publisher and the words together, by the publisher, by the words alone. */
type Evidence = 'both' | 'publisher' | 'words'

export interface Proposal {
  readonly publisher: Outcome | undefined
  readonly words: Guess | undefined
  /** Undefined: a person decides. */
  readonly reason: Outcome | undefined
  readonly by: Evidence | undefined
}

/** What words say, by one function, so that another reader can take its place. */
export type ProposeByWords = (text: string, code: string) => Guess | undefined

/** The confidence from which words decide alone, and from which they make finer what the publisher has said. */
const alone = 0.93
const finer = 0.6
/** The confidence from which unsure words choose within a category, and keep another one from being taken for granted. */
const doubt = 0.35

/** Reasons of which any finer one of their category is more telling. */
const vague: ReadonlySet<string> = new Set(['invalid-parameter', 'precondition-failed'])

/** What is said of how often, not of how much. */
const frequency =
  /频|freq|[QT]PS|[QRT]PM|限流|流控|每秒|每分|速率|并发|过快|太快|太多次|\brate|frequen|throttl|concurren|per (?:second|minute|hour)|too (?:many (?:re)?(?:quests|calls|attempts)|fast|often|quick)|slow ?down|simultaneous|requests? limit|RequestLimit|TooManyRequests|flow ?control|traffic/i

/** A limit without a word of frequency is one of amount. */
function checked(guess: Guess | undefined, { code, zh, en }: Entry): Guess | undefined {
  return guess?.reason === 'throttled' && !frequency.test(`${zh} ${en} ${code}`)
    ? { reason: 'quota-exhausted', confidence: guess.confidence * 0.8 }
    : guess
}

/** What the text says plainly stands before what other texts have taught. */
function read(entry: Entry, byWords: ProposeByWords): Guess | undefined {
  const reason = readPlainly(entry.zh, entry.en)
  return reason === undefined
    ? byWords(`${entry.zh} ${entry.en} ${entry.aside ?? ''}`.trim(), entry.tail ?? entry.code)
    : { reason, confidence: alone }
}

/** The publisher's own hint first, then the words; where the two disagree nothing is decided. */
export function proposeReason(entry: Entry, byWords: ProposeByWords): Proposal {
  const { reason: publisher, admits, strong = false } = entry.hint ?? {}
  const said = read(entry, byWords)
  const words = publisher === 'throttled' ? said : checked(said, entry)
  const decided = (reason: Outcome | undefined, by?: Evidence): Proposal => ({ publisher, words, reason, by })
  if (publisher === undefined) {
    if (words === undefined || words.confidence < alone) return decided(undefined)
    if (admits !== undefined && !admits.has(words.reason)) return decided(undefined)
    return decided(words.reason, 'words')
  }
  if (words?.reason === publisher) return decided(publisher, 'both')
  const sameCategory = words !== undefined && categoryOf(words.reason) === categoryOf(publisher)
  if (sameCategory && vague.has(publisher) && words.confidence >= doubt && admits?.has(words.reason) === true)
    return decided(words.reason, 'both')
  if (words !== undefined && words.confidence >= finer)
    return admits?.has(words.reason) === true ? decided(words.reason, 'both') : decided(undefined)
  const doubts = words !== undefined && words.confidence >= doubt && !sameCategory
  return strong && !doubts ? decided(publisher, 'publisher') : decided(undefined)
}
