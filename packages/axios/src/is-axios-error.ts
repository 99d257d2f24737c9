import type { AxiosError } from 'axios'

/** As `axios.isAxiosError`, without loading axios: the mark is the same for every copy of it. The name is no help, axios takes it from the cause. */
export function isAxiosError(error: unknown): error is AxiosError {
  return typeof error === 'object' && error !== null && (error as { isAxiosError?: unknown }).isAxiosError === true
}
