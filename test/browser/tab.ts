/** What runs in each tab: a call whose token has expired, through a recoverer that shares with the other tabs. */
import { createClassifier } from '@unifault/core'
import { generic } from '@unifault/providers/generic'
import { coolDown, createRecovery, refresh, repeat, type Recovery, type Tabs, tabs } from '@unifault/recovery'

interface Page {
  localStorage: Storage
  begin(keep: 'memory' | 'storage', name: string): void
  call(path: string): Promise<string>
  /** The key of the cool-down that this tab was told of by the API. */
  key: string | undefined
  isHeld(key: string): boolean
}

const page = globalThis as unknown as Page
const classify = createClassifier(generic)
let recovery: Recovery<string>
let shared: Tabs

page.begin = (keep, name) => {
  let token = 'old'
  shared = tabs(name)
  const key = `${name}-token`
  recovery = createRecovery({
    repeat: repeat(),
    coolDown: coolDown({ store: shared }),
    onCoolDown({ outcome, key }) {
      if (outcome === 'held') page.key = key
    },
    refresh: refresh({
      tabs: shared,
      current: () => (keep === 'memory' ? token : (page.localStorage.getItem(key) ?? 'old')),
      apply: ({ headers }, token) => headers.set('authorization', token),
      async refresh() {
        const response = await fetch(`/refresh?${name}`, { method: 'POST' })
        token = await response.text()
        if (keep === 'storage') page.localStorage.setItem(key, token)
        return token
      },
    }),
  })
}

page.call = async (path) => {
  const response = await recovery.fetch({
    input: path,
    init: undefined,
    async send(input, init: RequestInit | undefined) {
      const response = await fetch(input, init)
      const { status, headers } = response
      const error = classify({ url: response.url, method: 'GET', status, headers, body: await response.clone().text() })
      if (error) throw error
      return response
    },
  })
  return response.text()
}

page.isHeld = (key) => shared.until(key) !== undefined
