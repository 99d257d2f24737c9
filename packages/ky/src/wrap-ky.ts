import { createClassifier, type Provider } from '@unifault/core'
import { invalidOption } from '@unifault/core/adapter'
import type { BeforeErrorHook, KyInstance, Options } from 'ky'
import { prepareCall } from './prepare-call.ts'
import { readWrapKyOptions, type WrapKyOptions } from './wrap-ky-options.ts'

/**
 * A ky instance whose failures are ApiErrors: 4xx and 5xx, errors that a body tells under any status, network failures and time-outs.
 * It is `ky.extend()` with an `init` and a `beforeError` hook; the given instance stays as it was. Wrapping twice is the same as once.
 *
 * - ky's `retry` rules errors in bodies too: its `limit`, `methods` and `shouldRetry` hold, and a wait that the server asks for is
 *   cut by `maxRetryAfter` only. What `error.retry` forbids, such as a sign-in or an unpaid bill under status 500, is not repeated.
 * - What ky resolves with is the untouched Response. The first 64 KiB of texty bodies are looked at on a clone before it is handed on,
 *   so a stream that is labelled as plain text or JSON is for `context: { apiErrors: false }`.
 * - `throwHttpErrors: false`: nothing of ours is thrown. Its function form rules what only the status tells.
 * - `context.apiErrors`: `false` switches us off for one call, `{ pass }` stands instead of the instance's. A passed answer is ky's.
 * - `beforeError` hooks of the given instance see ky's HTTPError, those added later see the ApiError. An error in a body is an ApiError
 *   to all hooks, and no `afterResponse` hook runs for it.
 * - Aborts, and time-outs by a signal of the caller's own, stay the caller's own errors.
 * - `.extend()` keeps all this, ky's `.create()` starts anew: wrap its result. What a `beforeRequest` hook answers is judged by status only.
 * - A wait for which `totalTimeout` leaves no time ends as a time-out.
 * - With any `init` hook ky hands a shallow copy of `json` to `stringifyJson`.
 *
 * @param providers one provider, which judges every URL, or a list, which is asked by host
 * @throws TypeError that names the option, when one is malformed
 * @example
 * const api = wrapKy(ky, [bilibili, tencent])
 * try {
 *   await api.get('https://api.bilibili.com/x/web-interface/nav').json()
 * } catch (error) {
 *   if (isApiError(error) && error.category === 'auth') signIn()
 * }
 */
export function wrapKy(
  ky: KyInstance,
  providers: Provider | readonly Provider[],
  options: WrapKyOptions = {},
): KyInstance {
  if (typeof ky !== 'function' || typeof ky.extend !== 'function') throw invalidOption('ky', 'a ky instance', ky)
  const { mode, classifierOptions } = readWrapKyOptions(options)
  const classify = createClassifier(providers, classifierOptions)
  const { pass } = classifierOptions
  // Holds the place among the hooks where each call puts its own.
  const place: BeforeErrorHook = ({ error }) => error
  const init = (of: Options): void => prepareCall({ classify, mode, pass, options: of }, place)
  return ky.extend({ hooks: { init: [init], beforeError: [place] } })
}
