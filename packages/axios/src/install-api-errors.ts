import { type ApiError, createClassifier, type Provider } from '@unifault/core'
import {
  attachApiError,
  attachedApiError,
  classifierOptionNames,
  createReporter,
  invalidOption,
  ownOf,
  refuseUnknown,
} from '@unifault/core/adapter'
import type { AxiosInstance, AxiosResponse } from 'axios'
import { readApiErrors } from './api-errors-option.ts'
import { clientErrorOf } from './client-error-of.ts'
import { examineError } from './examine-error.ts'
import { examineResponse } from './examine-response.ts'
import type { InstallOptions } from './install-options.ts'
import { isFleeting, keepBody } from './request-body.ts'

/** What takes the interceptors away again. */
export interface Installation {
  /** Takes the interceptors away; after that, installing starts anew. Calling it again does nothing. */
  readonly eject: () => void
}

const installations = new WeakMap<AxiosInstance, Installation & { readonly handler: unknown }>()

/**
 * Makes an axios instance reject with an ApiError: for the statuses that `validateStatus` refuses, for errors that a body tells under
 * any status, and for requests without an answer. Successes, cancelled requests, and the user's own limits and mistakes stay as they are.
 * Installing twice is the same as once.
 *
 * Install before axios-retry and axios-auth-refresh, so that they see ApiErrors. The default condition of axios-retry then decides as
 * without ours, with one difference: `code` is the system's (`ENOTFOUND`) where the fetch adapter has only `ERR_NETWORK` or none.
 *
 * @param providers one provider, which judges every URL, or a list, which is asked by host
 * @returns `eject`, which undoes it
 * @throws TypeError that names the option, when one is malformed
 * @example
 * installApiErrors(axios, [bilibili, baidu])
 * try {
 *   await axios.get('https://api.bilibili.com/x/web-interface/nav')
 * } catch (error) {
 *   if (isApiError(error) && error.category === 'auth') await signIn()
 * }
 */
export function installApiErrors(
  instance: AxiosInstance,
  providers: Provider | readonly Provider[],
  options: InstallOptions = {},
): Installation {
  const interceptors = (instance as Partial<AxiosInstance> | undefined)?.interceptors
  if (typeof interceptors?.response?.use !== 'function')
    throw invalidOption('instance', 'an axios instance', typeof instance)
  if (typeof options !== 'object' || options === null) throw invalidOption('options', 'an object', options)
  refuseUnknown(options, [...classifierOptionNames, 'mode'])
  const { mode = 'replace', ...others } = ownOf(options)
  const classifierOptions = ownOf(others)
  if (mode !== 'replace' && mode !== 'attach') throw invalidOption('mode', "'replace' or 'attach'", mode)
  const client = {
    instance,
    classify: createClassifier(providers, classifierOptions),
    pass: classifierOptions.pass,
  }
  const report = createReporter(classifierOptions.onDefect)
  const known = installations.get(instance)
  // `interceptors.response.clear()` takes ours away without telling.
  if (known && interceptors.response.handlers?.some((each) => each?.fulfilled === known.handler) !== false) return known

  /** Nothing of ours may take the place of the user's answer or error. */
  function attempt(examine: () => ApiError | undefined): ApiError | undefined {
    try {
      return examine()
    } catch (error) {
      report(error, 'axios')
      return undefined
    }
  }

  const requestId = interceptors.request.use(
    (config) => {
      readApiErrors(config) // told before anything is sent
      if (isFleeting(config)) keepBody(config)
      return config
    },
    undefined,
    { runWhen: (config) => config.apiErrors !== undefined || isFleeting(config) },
  )

  function handler(response: AxiosResponse): AxiosResponse | Promise<never> {
    const apiError = attempt(() => examineResponse(response, client))
    if (apiError === undefined) return response
    if (mode === 'replace') throw apiError
    return clientErrorOf(apiError, response).then((error) => {
      if (error !== apiError) attachApiError(error, apiError)
      throw error
    })
  }

  function rejected(error: unknown): never {
    // axios-retry and axios-auth-refresh send requests through this instance again: their errors have been here before.
    const apiError = attachedApiError(error) === undefined ? attempt(() => examineError(error, client)) : undefined
    if (apiError === undefined) throw error
    if (mode === 'replace') throw apiError
    attachApiError(error as object, apiError)
    throw error
  }

  const responseId = interceptors.response.use(handler, rejected)
  const installation = {
    handler,
    eject() {
      if (installations.get(instance) !== installation) return
      installations.delete(instance)
      interceptors.request.eject(requestId)
      interceptors.response.eject(responseId)
    },
  }
  installations.set(instance, installation)
  return installation
}
