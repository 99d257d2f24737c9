import { categories, categoryOf, outcomes } from '../../src/words/outputs.ts'
import { boost, rules } from '../../src/words/rules.ts'
import { tokensOf } from '../../src/words/tokens.ts'
import { type Form, type HeldOut, judged } from './cross-validate.ts'
import type { Calibration } from './encode.ts'

/** How well held-out texts were read. */
export interface Measure {
  readonly texts: number
  /** Of all texts, the share whose category is right. */
  readonly right: number
  /** Of all texts, the share that is answered at the threshold, and of those the share that is right. */
  readonly answered: number
  readonly precision: number
  /** Of all texts, the share whose reason is right; of those whose finer reason is named, likewise. */
  readonly reason: number
  readonly named: number
  readonly namedPrecision: number
}

const okCategory = categories.length - 1

export function measure(list: readonly HeldOut[], { temperature, sureFrom }: Calibration, atLeast = 0.6): Measure {
  let right = 0
  let answered = 0
  let rightAnswers = 0
  let reason = 0
  let named = 0
  let rightNames = 0
  for (const { scores, outcome } of list) {
    const found = judged(scores, temperature)
    const isRight = found.category === categoryOf[outcome]
    if (isRight) right++
    if (found.outcome === outcome) reason++
    if (found.confidence < atLeast || found.category === okCategory) continue
    answered++
    if (isRight) rightAnswers++
    if (found.share < (sureFrom[found.outcome] ?? 1)) continue
    named++
    if (found.outcome === outcome) rightNames++
  }
  const n = list.length
  return {
    texts: n,
    right: right / n,
    answered: answered / n,
    precision: rightAnswers / answered,
    reason: reason / n,
    named: named / n,
    namedPrecision: rightNames / named,
  }
}

const forms: readonly Form[] = ['zh', 'en', 'en with code', 'code', 'own']

const isFailure = ({ outcome }: HeldOut): boolean => categoryOf[outcome] !== okCategory

/** By language and category; of a category's precision what was read as it. */
export function byCategory(heldOut: readonly HeldOut[], calibration: Calibration): Record<string, string | number>[] {
  return forms.flatMap((form) => {
    const all = heldOut.filter((one) => one.form === form && isFailure(one))
    return ['all', ...categories.slice(0, okCategory)].map((category) => {
      const number = categories.indexOf(category as never)
      const own = number < 0 ? all : all.filter(({ outcome }) => categoryOf[outcome] === number)
      const put = all.filter(({ scores }) => number < 0 || judged(scores, 1).category === number)
      const m = measure(own, calibration)
      return {
        form,
        category,
        texts: m.texts,
        right: percent(m.right),
        'answered at .6': percent(m.answered),
        'precision of what is read as it': percent(measure(put, calibration).precision),
        'at .85': `${percent(measure(own, calibration, 0.85).answered)} ${percent(measure(put, calibration, 0.85).precision)}`,
        'right reason': percent(m.reason),
        'reason named': `${percent(m.named)} ${percent(m.namedPrecision)}`,
      }
    })
  })
}

/** By reason: how often it is found, and how often it is right where it is named. */
export function byReason(heldOut: readonly HeldOut[], calibration: Calibration): Record<string, string | number>[] {
  const all = heldOut.filter((one) => one.form !== 'code' && one.form !== 'own' && isFailure(one))
  return outcomes.slice(0, -1).map((reason, number) => {
    const own = all.filter(({ outcome }) => outcome === number)
    const sure = calibration.sureFrom[number] ?? 1
    const named = all.filter(({ scores }) => {
      const found = judged(scores, calibration.temperature)
      return found.outcome === number && found.share >= sure && found.confidence >= 0.6
    })
    return {
      reason,
      texts: own.length,
      category: percent(measure(own, calibration).right),
      found: percent(measure(own, calibration).reason),
      'named from': Number(sure.toFixed(2)),
      named: named.length,
      'right where named': percent(named.filter(({ outcome }) => outcome === number).length / named.length),
    }
  })
}

/** Whether the confidence is the share that is right. */
export function calibrationTable(
  heldOut: readonly HeldOut[],
  { temperature }: Calibration,
): Record<string, string | number>[] {
  const all = heldOut.filter((one) => one.form !== 'code' && one.form !== 'own' && isFailure(one))
  return [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map((from, index, list) => {
    const to = list[index + 1] ?? 1.01
    const within = all
      .map(({ scores, outcome }) => ({ found: judged(scores, temperature), outcome }))
      .filter(({ found }) => found.confidence >= from && found.confidence < to)
    const said = within.reduce((sum, { found }) => sum + found.confidence, 0) / within.length
    const right = within.filter(({ found, outcome }) => found.category === categoryOf[outcome]).length
    return { confidence: `${from} …`, texts: within.length, said: percent(said), right: percent(right / within.length) }
  })
}

/** Successes taken for failures, and failures taken for successes. */
export function okTable(heldOut: readonly HeldOut[], { temperature }: Calibration): Record<string, string | number>[] {
  return [true, false].map((isOk) => {
    const list = heldOut.filter((one) => isFailure(one) !== isOk && (isOk ? one.form !== 'code' : one.form !== 'code'))
    const found = list.map(({ scores }) => judged(scores, temperature))
    const wrong = (from: number): string =>
      percent(
        found.filter(({ category, confidence }) => (category === okCategory) !== isOk && confidence >= from).length /
          list.length,
      )
    return {
      texts: isOk ? 'successes' : 'failures',
      number: list.length,
      'taken for the other': wrong(0),
      'at .6': wrong(0.6),
      'at .9': wrong(0.9),
    }
  })
}

/** What each rule is worth: how many more texts are right with it than without. A code alone is not counted. */
export function rulesTable(heldOut: readonly HeldOut[]): Record<string, string | number>[] {
  const texts = heldOut
    .filter(({ form }) => form !== 'code')
    .map((one) => ({ ...one, said: tokensOf(one.text).join(' ') }))
  return rules.map(([outcome, words]) => {
    const number = outcomes.indexOf(outcome)
    const matching = texts.filter(({ said }) => words.test(said))
    let category = 0
    let reason = 0
    for (const { scores, outcome: right } of matching) {
      const found = judged(scores, 1)
      const without = judged(
        scores.map((score, o) => (o === number ? score - boost : score)),
        1,
      )
      category += Number(found.category === categoryOf[right]) - Number(without.category === categoryOf[right])
      reason += Number(found.outcome === right) - Number(without.outcome === right)
    }
    return { rule: words.source.slice(0, 48), outcome, texts: matching.length, category, reason }
  })
}

function percent(share: number): string {
  return Number.isFinite(share) ? (100 * share).toFixed(1) : '-'
}
