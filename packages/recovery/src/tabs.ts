import { BoundedMap } from './bounded.ts'
import type { CoolDownStore } from './cool-down.ts'
import { hash } from './hash.ts'
import { memory } from './memory.ts'
import { within } from './pause.ts'
import type { Together } from './refresh.ts'

/** What all tabs of a page share. */
export interface Tabs extends CoolDownStore, Together {
  /** Ends listening to the other tabs. */
  close(): void
}

/** What tabs tell each other: a cool-down, or what a rejected credential was replaced by. */
type News = { readonly key: string; readonly ms: number } | { readonly mark: string; readonly credential: unknown }

/** How long the news of a refresh that has happened are waited for, in milliseconds. */
const newsMs = 1000
/** How long a tab shows that it has refreshed, in milliseconds. */
const shownMs = 30_000

/**
 * Shares cool-downs and refreshes among the tabs of one origin: for `coolDown({ store })` and `refresh({ tabs })`.
 * With Web Locks one tab refreshes for all; BroadcastChannel tells the others the new credential, which never touches a disk;
 * localStorage keeps cool-downs over a reload. What a browser or a runtime lacks is done without.
 *
 * @param name keeps several clients of one origin apart
 * @example
 * const shared = tabs('shop-api')
 * createRecovery({ refresh: refresh({ ...options, tabs: shared }), coolDown: coolDown({ store: shared }) })
 */
export function tabs(name = 'unifault'): Tabs {
  const mirror = memory()
  /** New credentials, by a hash of the one that they stand for. */
  const known = new BoundedMap<{ readonly credential: unknown }>()
  const awaited = new Map<string, () => void>()
  const { navigator, BroadcastChannel, window } = globalThis as Partial<typeof globalThis>
  const locks = navigator?.locks
  const channel = BroadcastChannel && new BroadcastChannel(name)
  // In Node a channel would keep the process alive.
  ;(channel as { unref?: () => void } | undefined)?.unref?.()

  /** When cool-downs are over, as it is kept over a reload, in milliseconds of the clock on the wall. Notes one more. */
  function notes(key?: string, ms = 0): Record<string, number> {
    const kept: Record<string, number> = {}
    try {
      // Of a page alone: Node's own warns. Some pages forbid it, and it may be full: then a reload forgets.
      const storage = window?.localStorage
      const all = JSON.parse(storage?.getItem(name) ?? '{}') as Record<string, number>
      for (const [key, end] of Object.entries(all)) if (end > Date.now()) kept[key] = end
      if (key !== undefined) {
        kept[key] = Date.now() + ms
        storage?.setItem(name, JSON.stringify(kept))
      }
    } catch {}
    return kept
  }

  /** A lock that is held for a while, for others to see. */
  function shown(): Promise<void> {
    return new Promise((resolve) => {
      const timer: unknown = setTimeout(resolve, shownMs)
      ;(timer as { unref?: () => void }).unref?.()
    })
  }

  function learn(mark: string, credential: unknown): void {
    known.set(mark, { credential })
    awaited.get(mark)?.()
  }

  function tell(news: News): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target, unlike a window
    channel?.postMessage(news)
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<News>) => {
    if ('key' in data) mirror.hold(data.key, data.ms)
    else learn(data.mark, data.credential)
  })
  for (const [key, end] of Object.entries(notes())) mirror.hold(key, end - Date.now())

  return {
    until: (key) => mirror.until(key),
    hold(key, ms) {
      mirror.hold(key, ms)
      tell({ key, ms })
      notes(key, ms)
    },
    once<C>(key: string, rejected: string, run: () => Promise<C>, signal: AbortSignal): Promise<C> {
      const mark = `${name} ${hash(key + rejected)}`
      const task = async (): Promise<C> => {
        // Another tab has just done it. Storage and channel may lag behind the locks, which are the browser's own.
        if (!known.has(mark) && (await locks?.query())?.held?.some((lock) => lock.name === mark)) {
          await within(new Promise<void>((resolve) => awaited.set(mark, resolve)), newsMs, signal)
          awaited.delete(mark)
        }
        const news = known.get(mark)
        if (news) return news.credential as C
        const credential = await run()
        learn(mark, credential)
        tell({ mark, credential })
        void locks?.request(mark, shown)
        return credential
      }
      return locks ? (locks.request(name + key, { signal }, task) as Promise<C>) : task()
    },
    close: () => channel?.close(),
  }
}
