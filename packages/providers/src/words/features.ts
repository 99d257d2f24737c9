import { ideaOfHan, ideaOfWord } from './concepts.ts'
import { isHan } from './tokens.ts'

/*
 * What the model sees of a text, as numbers of 32 bits: pieces of words, pairs of neighbours, ideas and their pairs.
 * Training and reading share this file: whoever changes it trains again.
 */

/** Kinds of features: the same word as another kind is another feature. */
const kind = {
  one: 1,
  start: 2,
  pair: 3,
  negated: 4,
  han: 5,
  hanPair: 6,
  mixed: 7,
  end: 8,
  idea: 9,
  ideaNext: 10,
  ideaPair: 11,
  firstIdea: 12,
  lastIdea: 13,
  length: 14,
  bias: 15,
} as const

/** Added to a kind for the words of a code, which often mean more than the same words of a sentence. */
const ofCode = 32
const mostIdeas = 14
const stemLetters = 6
const startLetters = 4

const stopWords: ReadonlySet<string> = new Set(
  'a an the of is are was were be been being to in on at for by with this that it its your you our we has have had will and or as from which'.split(
    ' ',
  ),
)
const negators: ReadonlySet<string> = new Set(['not', 'no', 'without', 'never', 'unable', 'nor', 'non'])
const reachOfNegation = 3

function mix(a: number, b: number): number {
  let x = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b)
  x ^= x >>> 15
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 13)
}

function hashOf(text: string, from: number, to: number): number {
  let x = 0x811c9dc5
  for (let i = from; i < to; i++) x = Math.imul(x ^ text.charCodeAt(i), 0x01000193)
  return x
}

function isLatin(token: string): boolean {
  const first = token.charCodeAt(0)
  return first >= 97 && first <= 122
}

/** Adds what tokens show to `found`, their ideas to `ideas`; returns how much text they are. */
function addTokens(tokens: readonly string[], found: Set<number>, tag: number, ideas: number[] | undefined): number {
  const add = (of: number, a: number, b = 0): void => void found.add(mix(mix(of + tag, a), b) >>> 0)
  const addIdea = (idea: number | undefined): void => {
    if (idea !== undefined && ideas !== undefined && ideas.length < mostIdeas && ideas.at(-1) !== idea) ideas.push(idea)
  }
  let before = 0
  let isAfterHan = false
  let negated = 0
  let amount = 0
  for (const token of tokens) {
    if (isHan(token)) {
      amount += token.length
      let letter = token.charCodeAt(0)
      if (before !== 0 && !isAfterHan) add(kind.mixed, before, letter)
      for (let i = 0; i < token.length; i++) {
        add(kind.han, letter)
        const next = token.charCodeAt(i + 1)
        if (i + 1 < token.length) add(kind.hanPair, letter, next)
        letter = next
      }
      for (let i = 0; i < token.length;) {
        const [idea, length] = ideaOfHan(token, i)
        addIdea(idea)
        i += length
      }
      before = hashOf(token, Math.max(0, token.length - 2), token.length)
      add(kind.end, before)
      isAfterHan = true
    } else if (token === '0' || isLatin(token)) {
      if (token !== '0') amount += 2
      const stem = hashOf(token, 0, Math.min(stemLetters, token.length))
      add(kind.one, stem)
      if (token.length > startLetters) add(kind.start, hashOf(token, 0, startLetters))
      addIdea(ideaOfWord(token))
      if ((token.length === 1 && token !== '0') || stopWords.has(token)) continue
      add(kind.pair, before, stem)
      if (negated > 0) {
        add(kind.negated, stem)
        negated--
      }
      if (negators.has(token)) negated = reachOfNegation
      before = stem
      isAfterHan = false
    } else before = 0
  }
  return amount
}

function addIdeas(ideas: readonly number[], found: Set<number>): void {
  const add = (of: number, a: number, b = 0): void => void found.add(mix(mix(of, a), b) >>> 0)
  ideas.forEach((idea, at) => {
    add(kind.idea, idea)
    if (at > 0) add(kind.ideaNext, ideas[at - 1] ?? 0, idea)
    for (const other of ideas.slice(at + 1)) add(kind.ideaPair, Math.min(idea, other), Math.max(idea, other))
  })
  add(kind.firstIdea, ideas[0] ?? 0)
  add(kind.lastIdea, ideas.at(-1) ?? 0)
}

/** The features of a message and a code, given as tokens. Tokens without a word give none. */
export function featuresOf(message: readonly string[], code: readonly string[]): Set<number> {
  const found = new Set<number>()
  let all = 0
  for (const tokens of [message, code]) {
    const ideas: number[] = []
    const amount = addTokens(tokens, found, 0, ideas)
    if (amount === 0) continue
    all += amount
    addIdeas(ideas, found)
    found.add(mix(mix(kind.length, Math.min(8, Math.ceil(Math.log2(amount + 1)))), 0) >>> 0)
  }
  if (all === 0) return new Set()
  addTokens(code, found, ofCode, undefined)
  return found.add(mix(mix(kind.bias, 0), 0) >>> 0)
}
