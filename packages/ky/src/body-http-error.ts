import { type ApiError, originOf } from '@unifault/core'
import { attachApiError, setOrigin } from '@unifault/core/adapter'
import { HTTPError, type NormalizedOptions, type Options } from 'ky'

/** ky's own error for an error that a body tells, with `data` as ky fills it. The response stays readable. */
export async function bodyHttpError(
  apiError: ApiError,
  response: Response,
  request: Request,
  options: Options,
): Promise<HTTPError> {
  const { method, headers } = request
  // ky normalises its options for hooks alone: `beforeError` puts those in the place of these.
  const error = new HTTPError(response, request, { ...options, method, headers } as unknown as NormalizedOptions)
  const origin = originOf(apiError)
  error.data = await dataOf(origin.body, request, response, options)
  attachApiError(error, apiError)
  setOrigin(apiError, { ...origin, error })
  return error
}

async function dataOf(body: unknown, request: Request, response: Response, options: Options): Promise<unknown> {
  if (typeof body !== 'string' || body === '') return undefined
  const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';', 1)
  if (!/[/+.-]json$/i.test(mediaType.trimEnd())) return body
  try {
    return await (options.parseJson === undefined ? JSON.parse(body) : options.parseJson(body, { request, response }))
  } catch {
    return undefined
  }
}
