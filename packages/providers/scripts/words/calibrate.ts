import { categoryOf, outcomes } from '../../src/words/outputs.ts'
import { type HeldOut, judged } from './cross-validate.ts'
import type { Calibration } from './encode.ts'

/** A finer reason is named only where it is right so often. */
const reasonPrecision = 0.8
const leastNamed = 12

/** The temperature at which the probabilities of categories fit what turned out, and from where on reasons may be named. */
export function calibrate(heldOut: readonly HeldOut[]): Calibration {
  const texts = heldOut.filter(({ form }) => form === 'zh' || form === 'en' || form === 'en with code')
  let temperature = 1
  let least = Infinity
  for (let t = 0.5; t <= 3; t += 0.05) {
    const loss = lossAt(texts, t)
    if (loss < least) {
      least = loss
      temperature = Number(t.toFixed(2))
    }
  }
  // The hand-written sentences count here: of some reasons the catalog has few ordinary ones.
  return { temperature, sureFrom: sureFrom([...texts, ...heldOut.filter(({ form }) => form === 'own')], temperature) }
}

const powers = new Float64Array(outcomes.length)

function lossAt(texts: readonly HeldOut[], temperature: number): number {
  let loss = 0
  for (const { scores, outcome } of texts) {
    const most = Math.max(...scores)
    let total = 0
    for (let o = 0; o < powers.length; o++) total += powers[o] = Math.exp(((scores[o] ?? 0) - most) / temperature)
    let right = 0
    for (let o = 0; o < powers.length; o++) if (categoryOf[o] === categoryOf[outcome]) right += powers[o] ?? 0
    loss -= Math.log(Math.max(1e-9, right / total))
  }
  return loss
}

/** For each outcome the least probability from which the texts read as it are right often enough. */
function sureFrom(texts: readonly HeldOut[], temperature: number): number[] {
  const named: { share: number; isRight: boolean }[][] = outcomes.map(() => [])
  for (const { scores, outcome } of texts) {
    const found = judged(scores, temperature)
    named[found.outcome]?.push({ share: found.share, isRight: found.outcome === outcome })
  }
  return named.map((list) => {
    list.sort((a, b) => b.share - a.share)
    let right = 0
    let from = 1
    list.forEach(({ share, isRight }, index) => {
      if (isRight) right++
      if (index + 1 >= leastNamed && right / (index + 1) >= reasonPrecision) from = share
    })
    return from
  })
}
