import { type ClassifierOptions, createClassifier, type Provider } from '@unifault/core'
import { type ApiErrorsOption, invalidOption, readApiErrors } from '@unifault/core/adapter'
import { examineResponse } from './examine-response.ts'
import { readFetchRequest } from './fetch-request.ts'
import { hasUsedBody } from './has-used-body.ts'
import { isCancelled } from './is-cancelled.ts'
import { isMisuse } from './is-misuse.ts'
import { isResponse } from './is-response.ts'
import { judgeFailure } from './judge-failure.ts'
import { releaseBody } from './release-body.ts'

/** fetch, with one more member of `init`. */
export type WrappedFetch = (
  input: string | URL | Request,
  init?: RequestInit & { readonly apiErrors?: ApiErrorsOption },
) => Promise<Response>

/** On wrapped functions, so that wrapping twice is the same as once, whichever copy of the package did it. */
const mark = Symbol.for('unifault.fetch')

/**
 * A fetch that throws an ApiError: for 4xx and 5xx, for errors that a body tells under any status, and for failures without an answer.
 * What it resolves with is the untouched Response. Only the first 64 KiB of texty bodies are looked at, on a clone.
 * Aborts and time-outs by the caller's own signal stay the caller's own errors.
 *
 * @param providers one provider, which judges every URL, or a list, which is asked by host
 * @throws TypeError that names the option, when one is malformed
 * @example
 * const apiFetch = wrapFetch(fetch, [bilibili, baidu])
 * const response = await apiFetch('https://api.bilibili.com/x/web-interface/nav')
 */
export function wrapFetch(
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>,
  providers: Provider | readonly Provider[],
  options?: ClassifierOptions,
): WrappedFetch {
  if (typeof fetch !== 'function') throw invalidOption('fetch', 'a function', fetch)
  const classify = createClassifier(providers, options)
  if (mark in fetch) return fetch

  const wrapped: WrappedFetch = async (input, init) => {
    const perCall = readApiErrors(Object.getOwnPropertyDescriptor(init ?? {}, 'apiErrors')?.value)
    if (perCall === undefined) return fetch(input, init)
    const request = readFetchRequest(input, init)
    const isUsed = hasUsedBody(input, init)
    let response: Response
    try {
      response = await fetch(input, init)
    } catch (error) {
      if (isUsed || isCancelled(error, request.signal) || isMisuse(input, init)) throw error
      throw judgeFailure({ kind: 'network', error }, request, classify, perCall) ?? error
    }
    if (!isResponse(response)) return response
    const error = await examineResponse(response, request, classify, perCall)
    if (error === undefined) return response
    releaseBody(response, error)
    throw error
  }
  return Object.assign(wrapped, { [mark]: true })
}
