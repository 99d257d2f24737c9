import type { AxiosInstance, AxiosRequestConfig } from 'axios'

/** The absolute URL that a request asked for, with its params: they may carry what must not be shown. Undefined when axios cannot tell it. */
export function requestUrl(instance: AxiosInstance, config: AxiosRequestConfig): string | undefined {
  try {
    const url = instance.getUri(config)
    // In a browser a URL may be relative to the page.
    const page = (globalThis as { location?: { href?: string } }).location?.href
    return page === undefined ? url : new URL(url, page).href
  } catch {
    return undefined // a `paramsSerializer` that throws
  }
}
