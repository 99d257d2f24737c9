// What a provider's definition may be. Apart from the other checks: a bundle that defines no provider has none of this.
import { isRecord, own } from './answer.ts'
import { type Check, checkKind, checkOptions, invalidOption, isReason, type Kind, type Kinds } from './check.ts'
import { isTable, parseTable, partsOfWhen } from './codes.ts'
import { isStates } from './dialect.ts'
import { reasons } from './reasons.ts'

const listOf =
  (kind: Kind, least = 0): Check =>
  (value, name) => {
    if (!Array.isArray(value) || value.length < least)
      throw invalidOption(name, least > 0 ? 'a non-empty array' : 'an array', value)
    value.forEach((item, index) => checkKind(kind, item, `${name}[${index}]`))
  }

const matching =
  (pattern: RegExp, words: string): Check =>
  (value, name) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw invalidOption(name, words, value)
  }

const text = matching(/./, 'a non-empty string')
const reasonOrOk: Check = (value, name) => {
  if (value !== 'ok' && !reasons.includes(value as never)) throw invalidOption(name, 'a reason or `ok`', value)
}

const placeWords = 'a place such as "error.code", "@header" or { at, match }'
const placeText = matching(/^(?:@.+|\$(?:status|text|event|value)|(?![@.])(?:(?!\.\.|\.$)[^])+)$/, placeWords)
const place: Check = (value, name) => {
  if (!isRecord(value)) return placeText(value, name)
  const match = own(value, 'match')
  if (!(match instanceof RegExp) || match.global || match.sticky || typeof own(value, 'at') !== 'string')
    throw invalidOption(name, placeWords, value)
  placeText(own(value, 'at'), `${name}.at`)
}
const places: Check = (value, name) => (Array.isArray(value) ? listOf(place, 1) : place)(value, name)

const placeValue: Check = (value, name) => {
  if (!['string', 'number', 'boolean', 'undefined'].includes(typeof value))
    throw invalidOption(name, 'a string, a number, a boolean or undefined', value)
}
const states: Check = (value, name) => {
  if (!isRecord(value)) throw invalidOption(name, 'a list of values, or a record of places and lists of values', value)
  for (const at of Object.keys(value)) {
    place(at, `${name} place`)
    listOf(placeValue)(value[at], `${name}.${at}`)
  }
}

/** A record of what stands where in the items of a list, which itself stands `at` a place. */
const listAt =
  (kinds: Kinds): Check =>
  (value, name) => {
    checkOptions(value, { at: place, ...kinds }, `${name}.`)
    if (own(value, 'at') === undefined) throw invalidOption(`${name}.at`, 'a place', undefined)
  }

const units = ['ms', 's', 'epoch-ms', 'epoch-s', 'duration', 'date']
const wait: Check = (value, name) => {
  checkOptions(value, { at: places, unit: units, spent: place }, `${name}.`)
  for (const needed of ['at', 'unit'])
    if (own(value, needed) === undefined)
      throw invalidOption(
        `${name}.${needed}`,
        needed === 'at' ? 'a place or places' : `one of ${units.join(', ')}`,
        undefined,
      )
}

/** Throws a TypeError that names the part of a row's or rule's `when` that is no test. */
export function checkWhen(when: string): void {
  for (const part of partsOfWhen(when))
    if (!/^(?:(?:status|path|has|message)=|retry=(?:never|poll)$)/.test(part))
      throw new TypeError(
        `\`when\` must be made of status=, path=, has=, retry=never, retry=poll and message= tests, got ${JSON.stringify(part)}`,
      )
}

/** Codes and what they mean: a record, generated rows, or the text of a TSV table. */
export const codeRows: Check = (value, name) => {
  if (typeof value === 'string') {
    if (!isTable(value)) return
    let at = ''
    try {
      for (const [index, { when }] of parseTable(value).entries()) {
        at = `line ${index + 2}, column \`when\`: `
        checkWhen(when ?? '')
      }
    } catch (error) {
      throw new TypeError(`\`${name}\`: ${at}${(error as Error).message}`, { cause: error })
    }
  } else if (!isRecord(value)) throw invalidOption(name, 'a record of codes and reasons, or a table', value)
  else
    for (const code of Object.keys(value)) {
      if (code.split('*').length > 2) throw invalidOption(name, 'of codes with at most one `*`', code)
      reasonOrOk(value[code], `${name}['${code}']`)
    }
}

const dialectKinds: Kinds = {
  name: text,
  hosts: listOf(text),
  paths: listOf(text),
  readers: listOf('object'),
  requires: (value, name) => (isStates(value) ? states : places)(value, name),
  code: places,
  message: places,
  requestId: places,
  param: places,
  issues: listAt({ param: text, code: text, message: text }),
  wait: (value, name) => (Array.isArray(value) ? listOf(wait) : wait)(value, name),
  success: (value, name) => (Array.isArray(value) ? listOf(placeValue) : states)(value, name),
  dataDue: 'boolean',
  codes: codeRows,
  batch: listAt({ status: text, headers: text, body: text }),
  judge: 'function',
  isProtocol: 'boolean',
}

const rule: Check = (value, name) => {
  checkOptions(
    value,
    {
      match(match, at) {
        const isText = typeof match === 'string' && match.trim() !== '' && match.split('*').length <= 2
        if (!isText && !(match instanceof RegExp && !match.global && !match.sticky))
          throw invalidOption(at, 'a text with at most one `*`, or a regular expression without g and y', match)
      },
      reason: isReason,
      when: (when, at) => (text(when, at), checkWhen(when as string)),
    },
    `${name}.`,
  )
  isReason(own(value, 'reason'), `${name}.reason`)
  if (own(value, 'match') === undefined) throw invalidOption(`${name}.match`, 'a text or an expression', undefined)
}

const statuses: Check = (value, name) => {
  if (!isRecord(value)) throw invalidOption(name, 'a record of HTTP statuses and reasons', value)
  for (const status of Object.keys(value)) {
    if (!/^[4-9]\d\d$/.test(status)) throw invalidOption(name, 'keyed by HTTP statuses from 400 on', status)
    isReason(value[status], `${name}[${status}]`)
  }
}

const providerKinds: Kinds = {
  id: matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a kebab-case name'),
  name: text,
  hosts: listOf(matching(/^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/, 'a host name')),
  sharedHosts: listOf(matching(/^[a-z0-9*.-]+(?:\/[^?#\s]*)?$/, 'a host name or host/path, with `*` for any part')),
  docs: (value, name) => {
    if (typeof value !== 'string' || !URL.canParse(value)) throw invalidOption(name, 'a URL', value)
  },
  status: statuses,
  messages: listOf(rule),
  idempotentPaths: listOf(text),
  idempotencyHeader: text,
  words: 'object',
  dialects: listOf((value, name) => {
    checkOptions(value, dialectKinds, `${name}.`)
    const judge = own(value, 'judge')
    if (judge === undefined && own(value, 'code') === undefined)
      throw invalidOption(`${name}.code`, 'a place or places', undefined)
  }, 1),
}

/** Throws a TypeError that names the first malformed option of a provider. */
export function checkProvider(definition: unknown): void {
  checkOptions(definition, providerKinds)
  for (const name of ['id', 'dialects'] as const)
    if (own(definition, name) === undefined) checkKind(providerKinds[name] as Kind, undefined, name)
  const names = new Set<unknown>()
  for (const [index, dialect] of (own(definition, 'dialects') as unknown[]).entries()) {
    const name = own(dialect, 'name') ?? 'envelope'
    if (names.has(name)) throw invalidOption(`dialects[${index}].name`, 'unlike the names before it', name)
    names.add(name)
  }
}
