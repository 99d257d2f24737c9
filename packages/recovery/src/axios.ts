// A call of axios, run by a recoverer below all interceptors.
import type { ApiError } from '@unifault/core'
import { attachApiError, type AxiosCall, type Fields, type Outgoing, type Recoverer } from '@unifault/core/adapter'
import { isRepeatableBody } from './repeatable-body.ts'

/** As much of axios' config as is used here. */
interface AxiosConfig {
  method?: string | undefined
  url?: string | undefined
  params?: unknown
  data?: unknown
  headers: { get(name: string): unknown; set(name: string, value: string): unknown; delete(name: string): unknown }
  adapter?: unknown
  signal?: unknown
  cancelToken?: unknown
}

type Send = (config: AxiosConfig) => Promise<unknown>

/** What an adapter of axios came to. */
type Settled = Parameters<AxiosCall['judge']>[0]

const toldOfRetry = new WeakSet<object>()

/** On adapters that recover: a plug-in that sends a config again sends ours with it. */
const mark: unique symbol = Symbol.for('unifault.axios.recovery')

/** Puts a recoverer below all interceptors of one call: nothing of the user's runs twice. Doing it again changes nothing. */
export function recoverAxios(handle: Recoverer['handle'], call: AxiosCall): void {
  const config = call.config as AxiosConfig
  const { adapter } = config
  // axios-retry keeps its count there.
  if ('axios-retry' in config && !toldOfRetry.has(call.instance)) {
    toldOfRetry.add(call.instance)
    call.report?.(
      new Error('axios-retry repeats what the option recovery repeats already: take one of them away'),
      'axios',
    )
  }
  if (typeof adapter === 'function' && mark in adapter) return
  config.adapter = Object.assign((config: AxiosConfig) => run(handle, config, adapter, call), { [mark]: true })
}

async function run(
  handle: Recoverer['handle'],
  config: AxiosConfig,
  given: unknown,
  call: AxiosCall,
): Promise<unknown> {
  const { instance, judge, provider, idempotencyHeader } = call
  const send =
    typeof given === 'function' ? (given as Send) : await adapterOf(call, given ?? ['xhr', 'http', 'fetch'], config)
  const token = (config.cancelToken as CancelToken | undefined)?.toAbortSignal?.()
  try {
    return await handle<unknown, AxiosConfig>({
      // axios itself makes a CanceledError of whatever the recoverer rejects with after an abort.
      signal: signalOf(config, token),
      provider,
      idempotencyHeader,
      canRepeat: () => isRepeatableBody(config.data),
      prepare: () => new AxiosOutgoing(instance, config),
      async send(outgoing, attempt) {
        let settled: Settled
        try {
          settled = { response: await send((outgoing as AxiosOutgoing).configFor(attempt)) }
        } catch (error) {
          settled = { error }
        }
        const found = judge(settled)
        if (found !== undefined) throw new Held(settled, found)
        return valueOf(settled)
      },
      told(failed, { attempt, willRetry }) {
        if (!willRetry || !(failed instanceof Held)) return
        judge(failed.settled, { attempt, willRetry })
        release(failed.settled)
      },
    })
  } catch (error) {
    if (error instanceof Held) return valueOf(error.settled)
    throw error
  } finally {
    // One token may be that of many calls.
    token?.unsubscribe?.()
  }
}

/** A class of axios. */
type Class = { readonly prototype: object } | undefined

/**
 * As axios finds it; the fetch adapter is made for a config. What it rejects with is of the instance's own copy of axios, though another
 * copy may have been loaded for it.
 */
async function adapterOf({ load, errorClass }: AxiosCall, names: unknown, config: AxiosConfig): Promise<Send> {
  const { getAdapter, AxiosError, CanceledError } = (await load()) as {
    readonly getAdapter: (names: unknown, config: AxiosConfig) => Send
    readonly AxiosError?: Class
    readonly CanceledError?: Class
  }
  const send = getAdapter(names, config)
  return (config) =>
    send(config).catch(async (error: unknown) => {
      const own = (await errorClass?.()) as Class
      if (own === undefined || own === AxiosError) throw error
      const prototype = Object.getPrototypeOf(Object(error)) as object // it may be undefined
      if (prototype === AxiosError?.prototype) throw Object.setPrototypeOf(error, own.prototype) as Error
      // Of what is no cancellation axios makes one of its own, once the signal is aborted.
      const isForeign = prototype === CanceledError?.prototype
      throw isForeign && (config.signal as AbortSignal | undefined)?.aborted === true ? new Error('canceled') : error
    })
}

/** What an attempt came to, on its way through the recoverer. */
class Held extends Error {
  readonly settled: Settled

  constructor(settled: Settled, apiError: ApiError) {
    super()
    this.settled = settled
    attachApiError(this, apiError)
  }
}

function valueOf(settled: Settled): unknown {
  if ('error' in settled) throw settled.error
  return settled.response
}

/** Frees the connection of a streamed answer that nobody will read. */
function release(settled: Settled): void {
  const { response } = ('error' in settled ? settled.error : settled) as { response?: { data?: unknown } }
  const data = response?.data as { destroy?: () => void; cancel?: () => Promise<void> } | null | undefined
  if (typeof data?.destroy === 'function') data.destroy()
  else if (typeof data?.cancel === 'function') data.cancel().catch(() => undefined)
}

/** What axios makes of its older way to cancel. */
type TokenSignal = AbortSignal & { readonly unsubscribe?: () => void }
interface CancelToken {
  readonly toAbortSignal?: () => TokenSignal
}

function signalOf({ signal }: AxiosConfig, token: AbortSignal | undefined): AbortSignal | undefined {
  const given = signal as AbortSignal | undefined
  return token && given ? AbortSignal.any([token, given]) : (token ?? given)
}

/** One sending of axios. The config is copied when something of it changes: most sendings change nothing. */
class AxiosOutgoing implements Outgoing<AxiosConfig> {
  readonly headers: Fields
  readonly query: Fields
  private readonly instance: AxiosCall['instance']
  private readonly config: AxiosConfig
  private copy: AxiosConfig | undefined

  constructor(instance: AxiosCall['instance'], config: AxiosConfig) {
    this.instance = instance
    this.config = config
    this.headers = {
      get: (name) => (this.copy ?? config).headers.get(name)?.toString(),
      set: (name, value) => void this.native.headers.set(name, value),
      delete: (name) => void this.native.headers.delete(name),
    }
    this.query = {
      get: (name) => new URL(this.url, 'http://localhost').searchParams.get(name) ?? undefined,
      set: (name, value) => setParam(this.native, name, value),
      delete: (name) => deleteParam(this.native, name),
    }
  }

  get method(): string {
    return (this.config.method ?? 'get').toUpperCase()
  }

  get url(): string {
    const { url, params } = this.copy ?? this.config
    // Without the work of axios, where it has nothing to join.
    return params === undefined && url !== undefined && /^https?:/i.test(url)
      ? url
      : this.instance.getUri((this.copy ?? this.config) as never)
  }

  get native(): AxiosConfig {
    if (this.copy) return this.copy
    this.copy = copyOf(this.config)
    // Without AxiosHeaders reading each name anew.
    this.copy.headers = copyOf(this.config.headers)
    return this.copy
  }

  /** What is sent. An adapter may note things in its config: from the second sending on it gets a copy. */
  configFor(attempt: number): AxiosConfig {
    return attempt > 1 ? this.native : (this.copy ?? this.config)
  }
}

function copyOf<T extends object>(value: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(value) as object | null) as T, value)
}

/** Parameters stand in `params` or in the URL; new ones go to `params`. */
function setParam(native: AxiosConfig, name: string, value: string): void {
  deleteParam(native, name)
  const params: unknown = native.params
  if (params instanceof URLSearchParams) params.set(name, value)
  else (params as Record<string, unknown>)[name] = value
}

/** The user's own `params` stay as they are. */
function deleteParam(native: AxiosConfig, name: string): void {
  const [path = '', query] = (native.url ?? '').split('?', 2)
  const rest = new URLSearchParams(query)
  if (rest.has(name)) {
    rest.delete(name)
    native.url = rest.size > 0 ? `${path}?${rest.toString()}` : path
  }
  const params: unknown = native.params
  if (params instanceof URLSearchParams) (native.params = new URLSearchParams(params)).delete(name)
  else native.params = Object.fromEntries(Object.entries(params ?? {}).filter(([key]) => key !== name))
}
