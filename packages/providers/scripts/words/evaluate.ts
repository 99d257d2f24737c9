// How well the words model reads texts of providers that it has not seen: `pnpm catalog --evaluate-words`.
import { calibrate } from './calibrate.ts'
import { crossValidate } from './cross-validate.ts'
import { byCategory, byReason, calibrationTable, okTable } from './measure.ts'
import { readRows } from './rows.ts'
import { readSentences } from './sentences.ts'

if (import.meta.main) {
  const heldOut = crossValidate(readRows(), readSentences())
  const calibration = calibrate(heldOut)
  console.log(`temperature ${calibration.temperature}`)
  console.table(byCategory(heldOut, calibration))
  console.table(byReason(heldOut, calibration))
  console.table(calibrationTable(heldOut, calibration))
  console.table(okTable(heldOut, calibration))
}
