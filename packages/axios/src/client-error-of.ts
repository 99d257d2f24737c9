import type { ApiError } from '@unifault/core'
import type { AxiosResponse } from 'axios'

/**
 * The error that axios would reject an accepted answer with, were the status its fault.
 * Loads axios, for the class, when it is first needed; where that fails, the ApiError has to do.
 */
export async function clientErrorOf(apiError: ApiError, response: AxiosResponse<unknown>): Promise<Error> {
  try {
    const { AxiosError } = await import('axios')
    return new AxiosError(apiError.message, 'ERR_BAD_RESPONSE', response.config, response.request, response)
  } catch {
    return apiError
  }
}
