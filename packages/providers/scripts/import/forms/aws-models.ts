import { cellText, spellOut, type Entry } from '../entry.ts'
import { hintOfName } from '../hint-of-name.ts'
import { hint, hintOfStatus, server } from '../hints.ts'
import type { Snapshot } from '../snapshot.ts'

interface Shape {
  readonly exception?: boolean
  readonly fault?: boolean
  readonly documentation?: string
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number; readonly senderFault?: boolean }
  readonly retryable?: { readonly throttling?: boolean }
}

interface Model {
  readonly metadata: { readonly protocol: string; readonly endpointPrefix: string }
  readonly shapes: Readonly<Record<string, Shape>>
}

/** The exceptions of service models (https://smithy.io/2.0/spec/http-bindings.html): code, status, traits, the first sentence of the documentation. */
export function readAwsModels(snapshot: Snapshot, files: RegExp): Entry[] {
  const entries: Entry[] = []
  for (const [path, text] of snapshot.read(latestVersions(snapshot.list(files)))) {
    const { metadata, shapes } = JSON.parse(text) as Model
    const dialect = /^(?:query|ec2|rest-xml)$/.test(metadata.protocol) ? 'query' : 'json'
    for (const [name, shape] of Object.entries(shapes)) {
      if (shape.exception !== true) continue
      const code = shape.error?.code ?? name
      const said = firstOf(shape.documentation ?? '')
      const spelt = said === '' || said.split(' ').length < 3
      const en = spelt ? spellOut(code.replace(/(?:Exception|Fault|Error)$/, '')) : said
      const given = hintOf(code, shape)
      entries.push({
        code,
        zh: '',
        en,
        path,
        dialect: metadata.endpointPrefix === 's3' ? 's3' : dialect,
        ...(given && { hint: given }),
        ...(spelt && { names: true }),
      })
    }
  }
  return entries
}

function hintOf(code: string, { retryable, fault = false, error }: Shape): Entry['hint'] {
  const status = error?.httpStatusCode
  if (retryable?.throttling === true) return hint('throttled')
  const named = hintOfName(code)
  if (named !== undefined) return named
  if (fault || (status ?? 0) >= 500) return hintOfStatus(status ?? 500) ?? hint('internal', server, false)
  return status === undefined ? undefined : hintOfStatus(status)
}

/** Of a service with several versions of its API the latest. */
function latestVersions(paths: readonly string[]): string[] {
  return [...new Map(paths.map((path) => [path.split('/')[2], path])).values()]
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' }

/** The first sentence of a piece of HTML. */
function firstOf(html: string): string {
  const text = html
    .replace(/<\/p>[\s\S]*$/, '')
    .replace(/<(?:note|important)>[\s\S]*$/, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
  const end = /[.!?](?:\s|$)(?!e\.g|i\.e)/.exec(text.replace(/\b(?:e\.g|i\.e|etc|vs)\./g, (found) => found.replace(/\./g, '_')))
  const sentence = end === null ? text : text.slice(0, end.index)
  return /[:(]$/.test(sentence) || sentence.length > 300 ? '' : cellText(sentence, 300)
}
