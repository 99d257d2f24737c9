import type { AxiosRequestConfig } from 'axios'

/** A request's headers, and the credentials of `config.auth`, under names by which they are known for secrets. */
export function requestHeaders({ headers, auth }: AxiosRequestConfig): unknown {
  if (auth === undefined) return headers
  const { username, password } = auth
  const credentials = `${username}:${password}`
  return Object.assign({}, headers, { 'username-credential': username, password, credentials })
}
