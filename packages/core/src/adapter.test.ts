import { expect, test } from 'vitest'
import { recovererKind } from './adapter.ts'

test('a recoverer has `handle`, `axios` and `fetch`, be it a function or an object', () => {
  const run = (): Promise<never> => Promise.reject(new Error('none'))
  const all = { handle: run, axios: run, fetch: run }
  for (const fit of [all, Object.assign(() => undefined, all)])
    expect(() => recovererKind(fit, 'recovery')).not.toThrow()
  for (const unfit of [null, {}, () => undefined, 'recovery', { ...all, handle: true }, { handle: run, axios: run }])
    expect(() => recovererKind(unfit, 'recovery')).toThrow('`recovery` must be made by `createRecovery`')
})
