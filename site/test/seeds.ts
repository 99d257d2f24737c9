// Answers of the platforms that the project began with, and of some that most people know.
import { type Payload, readPayloads } from '../../packages/providers/scripts/read-payloads.ts'
import { readProviders } from '../catalog/data.ts'

/** The ids of the providers whose rows cite a seed document, and of further ones. */
export function seedPlatforms(): string[] {
  const seeds = readProviders().filter(({ dialects }) =>
    dialects.some(({ rows }) => rows.some(({ sources }) => sources.some((one) => one.startsWith('seed:')))),
  )
  return [...new Set([...seeds.map(({ id }) => id), 'alipay', 'wechat', 'qq-bot', 'openai'])]
}

/** Whether a provider answers on hosts that are known. */
export function hasHosts(provider: string): boolean {
  return (readProviders().find(({ id }) => id === provider)?.hosts ?? []).length > 0
}

/** The first observed answer of a provider that a code decides. */
export function payloadOf(provider: string): Payload {
  const found = readPayloads(provider).find(
    ({ expect, body, headers }) =>
      expect?.['by'] === 'code' &&
      expect['code'] !== undefined &&
      typeof body === 'string' &&
      Object.values(headers).every((value) => typeof value === 'string'),
  )
  if (found === undefined) throw new Error(`There is no answer of ${provider} that a code decides`)
  return found
}

/** An answer as `curl -i` prints it, with the command above it. */
export function asCurl({ method, url, status, headers, body }: Payload): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`$ curl -i -X ${method} '${url}'`, `HTTP/1.1 ${status} Status`, ...lines, '', body].join('\n')
}

/** An answer as the network panel of a browser saves it, behind one that is no error. */
export function asHar({ method, url, status, headers, body }: Payload): string {
  const listed = Object.entries(headers).map(([name, value]) => ({ name, value }))
  const entry = (text: string, code: number): object => ({
    request: { method, url, headers: [{ name: 'cookie', value: 'session=kept-out' }] },
    response: { status: code, headers: listed, content: { text } },
  })
  return JSON.stringify({ log: { version: '1.2', entries: [entry('{}', 200), entry(body, status)] } })
}
