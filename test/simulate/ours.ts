import { createClassifier } from '@unifault/core'
import { coolDown, createRecovery, refresh, repeat } from '@unifault/recovery'
import type { Policy } from './world.ts'

/** This project's, with its defaults. */
export const ours: Policy = {
  name: 'unifault',
  client(script, credentials) {
    const classify = createClassifier(script.provider)
    const url = 'https://api.example.com/'
    const recovery = createRecovery({
      repeat: repeat(),
      coolDown: coolDown(),
      refresh: refresh({
        current: () => credentials.current(),
        apply: ({ headers }, token) => headers.set('authorization', token),
        refresh: () => credentials.refresh(),
      }),
    })
    return (send) =>
      recovery(async ({ credential = '' }) => {
        const reply = await send(credential)
        const error = classify({ url, method: 'GET', ...reply })
        if (error) throw error
        return reply
      })
  },
}

/** No repetition at all. */
export const bare: Policy = {
  name: 'none',
  client: (_script, credentials) => (send) => send(credentials.current()),
}
