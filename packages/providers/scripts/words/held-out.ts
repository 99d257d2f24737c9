import { calibrate } from './calibrate.ts'
import { foldsOf, modelWithout, readHeldOut } from './cross-validate.ts'
import { type Measure, measure } from './measure.ts'
import { limitRows, readRows } from './rows.ts'
import { readSentences } from './sentences.ts'

/** How well one fold is read by a model that has not seen its providers: what a test can afford. */
export function crossFold(fold = 0): { zh: Measure; en: Measure; withCode: Measure } {
  const rows = readRows()
  const of = foldsOf(limitRows(rows))
  const model = modelWithout(fold, rows, readSentences())
  const heldOut = readHeldOut(
    model,
    rows.filter(({ provider }) => of.get(provider) === fold),
    [],
  ).filter(({ row }) => row?.reason !== 'ok')
  const calibration = calibrate(heldOut)
  const ofForm = (form: string): Measure =>
    measure(
      heldOut.filter((one) => one.form === form),
      calibration,
    )
  return { zh: ofForm('zh'), en: ofForm('en'), withCode: ofForm('en with code') }
}
