import type { ApiError } from '@unifault/core'
import { attachApiError, isRepeatableBody, type Recoverer } from '@unifault/core/adapter'
import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios'
import type { UriSource } from './answer.ts'
import { AxiosOutgoing } from './axios-outgoing.ts'

/** What an adapter of axios came to. */
export type Settled = { readonly response: AxiosResponse<unknown> } | { readonly error: unknown }

/** An instance with what recovers its calls. */
export interface RecoveredClient {
  readonly instance: UriSource
  readonly recovery: Recoverer
  /**
   * The ApiError in what an attempt came to, data still being text. `told` says that the attempt is to be repeated: then hooks are told;
   * the last attempt comes to the interceptor, which tells them itself.
   */
  readonly judge: (
    settled: Settled,
    told?: { readonly attempt: number; readonly willRetry: true },
  ) => ApiError | undefined
  readonly provider?: string | undefined
  readonly idempotencyHeader?: string | undefined
  /** Told when axios-retry repeats, too. */
  readonly report?: ((error: unknown, at: string) => void) | undefined
}

const toldOfRetry = new WeakSet<object>()

/** On adapters that recover: a plug-in that sends a config again sends ours with it. */
const mark: unique symbol = Symbol.for('unifault.axios.recovery')

/** Puts the recoverer below all interceptors of one call: nothing of the user's runs twice. Doing it again changes nothing. */
export function recoverAxios(config: InternalAxiosRequestConfig<unknown>, client: RecoveredClient): void {
  const { adapter } = config
  // axios-retry keeps its count there.
  if ('axios-retry' in config && !toldOfRetry.has(client.instance)) {
    toldOfRetry.add(client.instance)
    client.report?.(
      new Error('axios-retry repeats what the option recovery repeats already: take one of them away'),
      'axios',
    )
  }
  if (typeof adapter === 'function' && mark in adapter) return
  config.adapter = Object.assign((config: InternalAxiosRequestConfig) => run(config, adapter, client), { [mark]: true })
}

async function run(
  config: InternalAxiosRequestConfig<unknown>,
  given: InternalAxiosRequestConfig['adapter'],
  { instance, recovery, judge, provider, idempotencyHeader }: RecoveredClient,
): Promise<AxiosResponse> {
  const send = typeof given === 'function' ? given : await adapterOf(given ?? ['xhr', 'http', 'fetch'], config)
  try {
    return await recovery.handle<AxiosResponse, InternalAxiosRequestConfig>({
      // axios itself makes a CanceledError of whatever the recoverer rejects with after an abort.
      signal: signalOf(config),
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
  }
}

let loading: Promise<{ getAdapter: unknown }> | undefined

/** As axios finds it; the fetch adapter is made for a config. */
async function adapterOf(
  names: InternalAxiosRequestConfig['adapter'],
  config: InternalAxiosRequestConfig,
): Promise<AxiosAdapter> {
  const { getAdapter } = await (loading ??= import('axios'))
  return (getAdapter as (given: typeof names, config: object) => AxiosAdapter)(names, config)
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

function valueOf(settled: Settled): AxiosResponse {
  if ('error' in settled) throw settled.error
  return settled.response
}

/** Frees the connection of a streamed answer that nobody will read. */
function release(settled: Settled): void {
  const { response } = 'error' in settled ? (settled.error as { response?: AxiosResponse<unknown> }) : settled
  const data = response?.data as { destroy?: () => void; cancel?: () => Promise<void> } | null | undefined
  if (typeof data?.destroy === 'function') data.destroy()
  else if (typeof data?.cancel === 'function') data.cancel().catch(() => undefined)
}

function signalOf({ signal, cancelToken }: InternalAxiosRequestConfig): AbortSignal | undefined {
  const token = (cancelToken as { toAbortSignal?: () => AbortSignal } | undefined)?.toAbortSignal?.()
  const given = signal as AbortSignal | undefined
  return token && given ? AbortSignal.any([token, given]) : (token ?? given)
}
