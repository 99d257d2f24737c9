import type { AxiosResponse } from 'axios'

/** Whether a value is still the response of axios: an interceptor before ours may have put its data in its place. */
export function isAxiosResponse(value: unknown): value is AxiosResponse<unknown> {
  if (typeof value !== 'object' || value === null) return false
  const { status, config } = value as Partial<AxiosResponse>
  return typeof status === 'number' && typeof config === 'object' && config !== null
}
