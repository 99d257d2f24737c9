// What people paste: a body alone, what `curl -i` or `curl -v` printed, or a HAR of the browser's network panel.

/** An answer that was pasted; `failure` where none came. */
export interface PastedAnswer {
  readonly url: string | undefined
  readonly method: string
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  readonly failure?: string
}

export type Form = 'body' | 'curl' | 'har'

export interface Pasted {
  readonly form: Form
  readonly answers: readonly PastedAnswer[]
}

/** What stands in the fields beside the text: it counts where the text does not say it. */
export interface Fields {
  readonly url: string
  readonly method: string
  readonly status: number
}

/** Reads a pasted text; whatever is neither HTTP nor a HAR is a body. */
export function readPasted(text: string, fields: Fields): Pasted {
  const har = readHar(text)
  if (har !== undefined) return { form: 'har', answers: har }
  const http = readHttp(text, fields)
  if (http !== undefined) return { form: 'curl', answers: [http] }
  const body = text.trim()
  const isJson = /^[[{]/.test(body)
  const headers = isJson ? [['content-type', 'application/json'] as const] : []
  return { form: 'body', answers: body === '' ? [] : [{ ...fields, url: fields.url || undefined, headers, body }] }
}

type Members = Readonly<Record<string, unknown>>

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {}
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function readHar(text: string): PastedAnswer[] | undefined {
  if (!/^\s*\{\s*"log"\s*:/.test(text)) return undefined
  let har: unknown
  try {
    har = JSON.parse(text.trim())
  } catch {
    return undefined
  }
  const { entries } = membersOf(membersOf(har)['log'])
  return Array.isArray(entries) ? entries.map(answerOf) : undefined
}

/** Whatever program wrote the HAR: what is not as it should be is as if it were not there. */
function answerOf(entry: unknown): PastedAnswer {
  const request = membersOf(membersOf(entry)['request'])
  const response = membersOf(membersOf(entry)['response'])
  const { text, encoding } = membersOf(response['content'])
  const { status, headers } = response
  const answer = {
    url: textOf(request['url']),
    method: textOf(request['method']) ?? 'GET',
    status: typeof status === 'number' ? status : 0,
    headers: (Array.isArray(headers) ? (headers as unknown[]) : []).flatMap((header) => {
      const [name, value] = [textOf(membersOf(header)['name']), textOf(membersOf(header)['value'])]
      return name === undefined || value === undefined ? [] : [[name, value] as const]
    }),
    body: encoding === 'base64' ? fromBase64(textOf(text) ?? '') : (textOf(text) ?? ''),
  }
  // Browsers write status 0 where no answer came.
  return answer.status === 0 ? { ...answer, failure: textOf(response['_error']) ?? 'net::ERR_FAILED' } : answer
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)))
  } catch {
    return ''
  }
}

/** An answer as curl prints it; a command above it tells URL and method, and so do the request's lines of `-v`. */
function readHttp(text: string, { url, method }: Fields): PastedAnswer | undefined {
  let asked = { url: url || undefined, method }
  let rest = text.replace(/\r\n/g, '\n').trimStart()
  const command = /^\$?\s*curl\s(?:[^\n]*\\\n)*[^\n]*\n/.exec(rest)
  if (command !== null) {
    asked = readCommand(command[0], asked)
    rest = rest.slice(command[0].length).trimStart()
  }
  if (/^< HTTP\//m.test(rest)) {
    asked = readRequest(rest, asked)
    const lines = rest.split('\n')
    const from = lines.findLastIndex((line) => line.startsWith('< HTTP/'))
    rest = lines
      .slice(from)
      .filter((line) => !/^(?:[*>}{]|[*>}{] .*)$/.test(line) || line === '{' || line === '}')
      .map((line) => line.replace(/^< ?/, ''))
      .join('\n')
  }
  let found: PastedAnswer | undefined
  // Interim answers, redirects and proxies print a head each: the last one counts.
  for (;;) {
    const head = /^HTTP\/[\d.]+ (\d{3})[^\n]*(?:\n|$)/.exec(rest)
    if (head === null) return found
    const after = rest.slice(head[0].length)
    const gap = after.indexOf('\n\n')
    const lines = gap < 0 ? after : after.slice(0, gap)
    const isBare = lines.trim() === '' || after.startsWith('\n')
    const headers = isBare ? [] : readHeaders(lines)
    rest = (isBare ? after : gap < 0 ? '' : after.slice(gap + 2)).trimStart()
    found = { ...asked, status: Number(head[1]), headers, body: rest.trimEnd() }
  }
}

function readHeaders(lines: string): [string, string][] {
  return lines.split('\n').flatMap((line): [string, string][] => {
    const [, name, value] = /^([\w-]+):(.*)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]]
  })
}

interface Asked {
  readonly url: string | undefined
  readonly method: string
}

function readCommand(command: string, asked: Asked): Asked {
  const url = /\bhttps?:\/\/[^\s'"\\]+/.exec(command)?.[0]
  const method = /\s(?:-X|--request)[\s=]*([A-Z]+)/.exec(command)?.[1]
  const sends = /\s(?:-d|--data\S*|--json|-F|--form)\b/.test(command)
  return { url: url ?? asked.url, method: method ?? (sends ? 'POST' : asked.method) }
}

function readRequest(text: string, asked: Asked): Asked {
  const line = /^> ([A-Z]+) (\S+) HTTP\//m.exec(text)
  const host = /^> host:\s*(\S+)/im.exec(text)?.[1]
  if (line === null || host === undefined) return asked
  return { url: `https://${host}${line[2]}`, method: line[1] ?? asked.method }
}
