import { cellText, remedyText, type Entry } from '../entry.ts'
import { hint } from '../hints.ts'
import type { Snapshot } from '../snapshot.ts'

interface Error {
  readonly code: number
  readonly message: string
  readonly secondary_message: string | null
  readonly description: string | null
  readonly causes: string | null
  readonly solutions: string | null
}

/** A JSON list with code, message, causes and solutions. */
export function readTwilioErrors(snapshot: Snapshot, files: RegExp): Entry[] {
  return [...snapshot.read(snapshot.list(files))].flatMap(([path, text]) =>
    (JSON.parse(text) as Error[]).map((error) => ({
      code: String(error.code),
      zh: '',
      en: cellText(error.message),
      path,
      fixEn: remedyText(error.solutions),
      aside: [error.secondary_message, error.description].map((one) => cellText(one ?? '')).join(' '),
      ...hintOfNumber(error.code),
    })),
  )
}

/** Twilio gives some numbers by the HTTP status that they go with: 20429, 54008. */
function hintOfNumber(code: number): Partial<Entry> {
  if (code === 20429) return { hint: hint('throttled') }
  if (code % 1000 === 404 || code === 20404) return { hint: hint('not-found', ['unsupported'], false) }
  if (code % 1000 === 500) return { hint: hint('internal', ['unavailable', 'timeout'], false) }
  return {}
}
