// The language of `unifault mock`: which answers come, in which order, and for which requests.
//
//   file      = { rule }                             a line each; a line that begins with `then` goes on
//   rule      = [ scope ":" ] step { "then" step }
//   scope     = [ provider ] [ method ] [ path ]      `bilibili GET /x/*`
//   step      = answer { detail } [ "," ] [ times ]
//   answer    = code | "ok" [ JSON ] | "status" number | "hang" | "drop"
//   detail    = "with" header value | "with" "message" text | "with" "status" number | "after" number "ms" | "after" number "s"
//             | "at" "event" number | "in" number "events" | "stalled" | "cut"
//   times     = "once" | "twice" | number "times" | "always"
//
// A text of several words, and a code that is also a word of the language, stands in double quotes. `#` begins a comment.
import { UserError } from '../errors.ts'

/** What comes back: an error by its code, a success, a bare status, nothing at all, or a broken connection. */
type Answer =
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'ok'; readonly body: string | undefined }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' }

/** One answer of a rule, and how often it comes. */
export interface Step {
  readonly answer: Answer
  readonly headers: Readonly<Record<string, string>>
  readonly message: string | undefined
  /** Instead of the provider's own. */
  readonly status: number | undefined
  /** Milliseconds before the answer. */
  readonly afterMs: number
  /** As a stream of so many server-sent events, of which an error is the last. */
  readonly events: number | undefined
  /** The body stops half-way: the connection stays open, or breaks. */
  readonly body: 'whole' | 'stalled' | 'cut'
  /** Undefined where it is not said: once, or for ever as the last one. */
  readonly times: number | undefined
  readonly place: string
}

/** Answers in turn, for some requests. */
export interface Rule {
  readonly provider: string | undefined
  readonly method: string | undefined
  readonly path: string | undefined
  readonly steps: readonly Step[]
}

interface Token {
  readonly text: string
  readonly kind: 'word' | 'text' | 'json' | ',' | ':' | 'line' | 'end'
  /** `file:line:column`, from 1 on. */
  readonly place: string
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

function fail({ place, text, kind }: Token, expected: string): UserError {
  const shown = kind === 'end' || kind === 'line' ? 'the end of the line' : JSON.stringify(text)
  return new UserError(`${place}: ${shown} does not fit here`, { expected })
}

/** The tokens of a script; the last one is its end. */
function tokensOf(source: string, file: string): Token[] {
  const found: Token[] = []
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    let at = 0
    const placeOf = (column: number): string => `${file}:${index + 1}:${column + 1}`
    const add = (kind: Token['kind'], text: string, length = text.length): void => {
      found.push({ kind, text, place: placeOf(at) })
      at += length
    }
    while (at < line.length) {
      const rest = line.slice(at)
      const space = /^\s+/.exec(rest)?.[0]
      if (space !== undefined) at += space.length
      else if (rest.startsWith('#')) break
      else if (rest.startsWith(',')) add(',', ',')
      else if (/^:(?=\s|$)/.test(rest)) add(':', ':')
      else if (rest.startsWith('"')) {
        const quoted = /^"[^"\\]*(?:\\.[^"\\]*)*"/.exec(rest)?.[0]
        if (quoted === undefined) throw new UserError(`${placeOf(at)}: a text is not closed`, { expected: 'another "' })
        add('text', textOf(quoted, placeOf(at)), quoted.length)
      } else if (/^[{[]/.test(rest)) {
        const json = jsonOf(rest)
        if (json === undefined)
          throw new UserError(`${placeOf(at)}: this is no JSON`, { expected: 'an object or a list on one line' })
        add('json', json)
      } else add('word', /^[^\s,:"]*(?::(?!\s|$)[^\s,:"]*)*/.exec(rest)?.[0] || rest)
    }
    add('line', '')
  }
  found.push({ kind: 'end', text: '', place: found.at(-1)?.place ?? `${file}:1:1` })
  return found
}

function textOf(quoted: string, place: string): string {
  try {
    return JSON.parse(quoted) as string
  } catch {
    throw new UserError(`${place}: ${quoted} is no text`, { expected: 'the escapes of JSON, such as \\" and \\\\' })
  }
}

/** The object or list that a text begins with: it ends with the bracket that closes the first. */
function jsonOf(text: string): string | undefined {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*(?:"|$)|[[\]{}]/g)) {
    if (sign.startsWith('"')) continue
    depth += sign === '{' || sign === '[' ? 1 : -1
    if (depth > 0) continue
    const json = text.slice(0, index + 1)
    try {
      JSON.parse(json)
      return json
    } catch {
      return undefined
    }
  }
  return undefined
}

/**
 * Reads a script.
 *
 * @param file what errors call it
 * @param providers the ids that a rule may be for
 * @throws UserError with line, column and what was expected
 * @example
 * parseScript('-352 then ok', 'script', ['bilibili'])
 */
export function parseScript(source: string, file: string, providers: readonly string[]): Rule[] {
  const tokens = tokensOf(source, file)
  let at = 0
  const here = (): Token => tokens[at] as Token
  const isWord = (...words: string[]): boolean => here().kind === 'word' && words.includes(here().text)
  const take = (): Token => tokens[at++] as Token
  const takeWord = (expected: string): string => {
    if (here().kind !== 'word' && here().kind !== 'text') throw fail(here(), expected)
    return take().text
  }
  const takeNumber = (expected: string, least: number, most: number): number => {
    const token = here()
    const number = token.kind === 'word' && /^\d{1,9}(?:\.\d{1,3})?$/.test(token.text) ? Number(token.text) : NaN
    if (!(number >= least && number <= most)) throw fail(token, expected)
    at++
    return number
  }
  const takeWhole = (expected: string, least: number, most: number): number => {
    const token = here()
    const number = takeNumber(expected, least, most)
    if (!Number.isInteger(number)) throw fail(token, expected)
    return number
  }
  const takeUnit = (expected: string, ...units: string[]): string => {
    if (!isWord(...units)) throw fail(here(), expected)
    return take().text
  }

  const rules: Rule[] = []
  for (;;) {
    while (here().kind === 'line') at++
    if (here().kind === 'end') return rules
    rules.push(parseRule())
  }

  function parseRule(): Rule {
    const scope = parseScope()
    const steps = [parseStep()]
    for (;;) {
      let next = at
      while (tokens[next]?.kind === 'line') next++
      const token = tokens[next] as Token
      if (token.kind !== 'word' || token.text !== 'then') break
      at = next + 1
      steps.push(parseStep())
    }
    if (here().kind !== 'line') throw fail(here(), details(steps.at(-1)?.answer.kind))
    const early = steps.slice(0, -1).find(({ times }) => times === Infinity)
    if (early !== undefined)
      throw new UserError(`${early.place}: what comes always is the last step`, { expected: 'no `then` after it' })
    return { ...scope, steps }
  }

  function parseScope(): Omit<Rule, 'steps'> {
    const begin = at
    const scope = { provider: undefined, method: undefined, path: undefined } as Record<string, string | undefined>
    for (; here().kind === 'word'; at++) {
      const { text } = here()
      const name = providers.includes(text) ? 'provider' : methods.includes(text) ? 'method' : 'path'
      if ((name === 'path' && !text.startsWith('/')) || scope[name] !== undefined) break
      scope[name] = text
    }
    if (here().kind === ':') {
      if (at === begin) throw fail(here(), `one of ${providers.join(', ')}, a method or a path before it`)
      at++
      return scope as Omit<Rule, 'steps'>
    }
    if (at > begin) throw fail(here(), "':' after the provider, the method or the path")
    return { provider: undefined, method: undefined, path: undefined }
  }

  function parseStep(): Step {
    const { place } = here()
    const answer = parseAnswer()
    const step = {
      answer,
      headers: {} as Record<string, string>,
      message: undefined as string | undefined,
      status: undefined as number | undefined,
      afterMs: 0,
      events: undefined as number | undefined,
      body: 'whole' as Step['body'],
      times: undefined as number | undefined,
      place,
    }
    const hasBody = answer.kind === 'error' || answer.kind === 'ok'
    for (;;)
      if (isWord('with') && (hasBody || answer.kind === 'status')) parseWith(step)
      else if (isWord('after')) {
        at++
        const amount = takeNumber('a number of ms or s', 0, 86_400_000)
        step.afterMs = amount * (takeUnit('ms or s', 'ms', 's') === 's' ? 1000 : 1)
      } else if (isWord('at') && answer.kind === 'error') {
        at++
        takeUnit('event', 'event')
        step.events = takeWhole('the number of the event, from 1 on', 1, 10_000)
      } else if (isWord('in') && answer.kind === 'ok') {
        at++
        step.events = takeWhole('the number of events, from 1 on', 1, 10_000)
        takeUnit('events', 'events', 'event')
      } else if (isWord('stalled', 'cut') && hasBody) step.body = take().text as Step['body']
      else break
    const isAsked = here().kind === ','
    if (isAsked) at++
    step.times = parseTimes(isAsked)
    return step
  }

  function parseAnswer(): Answer {
    const expected = "a code, 'ok', 'status', 'hang' or 'drop'"
    const token = here()
    const text = takeWord(expected)
    if (token.kind === 'text') return { kind: 'error', code: text }
    if (text === 'ok') return { kind: 'ok', body: here().kind === 'json' ? take().text : undefined }
    if (text === 'hang' || text === 'drop') return { kind: text }
    if (text === 'status') return { kind: 'status', status: takeWhole('an HTTP status from 200 to 599', 200, 599) }
    if (/^(?:then|with|after|at|in|stalled|cut|once|twice|times|always)$/.test(text)) throw fail(token, expected)
    return { kind: 'error', code: text }
  }

  function parseWith(step: {
    headers: Record<string, string>
    message: string | undefined
    status: number | undefined
  }): void {
    at++
    const token = here()
    const name = takeWord("a header, 'message' or 'status'")
    if (here().kind === ':') at++
    if (name === 'status') step.status = takeWhole('an HTTP status from 200 to 599', 200, 599)
    else if (name === 'message') step.message = takeWord('the message, in quotes where it has several words')
    else if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw fail(token, 'the name of a header')
    else {
      const value = here()
      const text = takeWord(`the value of ${name}, in quotes where it has several words`)
      if (!/^[\t\x20-\x7e]*$/.test(text)) throw fail(value, 'a value of plain ASCII')
      step.headers[name.toLowerCase()] = text
    }
  }

  function parseTimes(isAsked: boolean): number | undefined {
    const expected = "'once', 'twice', a number of 'times', or 'always'"
    if (isWord('once', 'twice', 'always')) return { once: 1, twice: 2, always: Infinity }[take().text]
    if (here().kind === 'word' && /^\d/.test(here().text)) {
      const times = takeWhole(expected, 1, 1_000_000)
      takeUnit('times', 'times', 'time')
      return times
    }
    if (isAsked) throw fail(here(), expected)
    return undefined
  }
}

/** What may stand after an answer. */
function details(kind: Answer['kind'] | undefined): string {
  const ofBody = "'stalled', 'cut', "
  const own = { error: `'with', 'at event', ${ofBody}`, ok: `'with', 'in … events', ${ofBody}`, status: "'with', " }
  return `${kind !== undefined && kind in own ? own[kind as keyof typeof own] : ''}'after', 'once', 'twice', a number of 'times', 'always' or 'then'`
}
