import type { Provider } from '@unifault/core'
import { type GeminiCode, apiCodes } from './generated/gemini/codes.ts'

export type { GeminiCode } from './generated/gemini/codes.ts'

/**
 * Gemini: `result` is `error`, and `reason` names the fault. The exchange, not the model.
 * Observed answers: ccxt@4.5.84 js/src/gemini.js.
 */
export const gemini: Provider<'gemini', GeminiCode> = {
  id: 'gemini',
  name: 'Gemini Exchange',
  hosts: ['api.gemini.com', 'api.sandbox.gemini.com'],
  docs: 'https://docs.gemini.com/rest-api/#error-codes',
  dialects: [{ name: 'api', requires: { result: ['error'] }, code: 'reason', message: 'message', codes: apiCodes }],
}
