import { isRecord } from '../reading/is-record.ts'
import { checkList, checkPlace, checkReason, checkText } from './check.ts'
import type { EnvelopeOptions } from './envelope.ts'
import { invalidOption, refuseUnknown } from './invalid-option.ts'

const known = [
  'name',
  'readers',
  'requires',
  'hosts',
  'paths',
  'code',
  'message',
  'requestId',
  'param',
  'wait',
  'success',
  'dataDue',
  'codes',
]
const units = ['ms', 's', 'epoch-ms', 'epoch-s']

function checkPlaces(name: string, value: unknown): void {
  if (Array.isArray(value)) checkList(name, value, checkPlace)
  else if (value !== undefined) checkPlace(name, value)
}

function checkStates(name: string, value: unknown): void {
  if (!isRecord(value)) throw invalidOption(name, 'a list of values, or a record of places and lists of values', value)
  for (const [place, values] of Object.entries(value)) {
    checkPlace(`${name} place`, place)
    if (!Array.isArray(values)) throw invalidOption(`${name}.${place}`, 'an array of values', values)
  }
}

/** Throws a TypeError that names the first malformed option of an envelope. */
export function checkEnvelope(options: EnvelopeOptions): void {
  if (!isRecord(options)) throw invalidOption('options', 'an object', options)
  refuseUnknown(options, known)
  const { name, code, requires, wait, success, codes } = options
  if (name !== undefined) checkText('name', name)
  if (code === undefined || (Array.isArray(code) && code.length === 0))
    throw invalidOption('code', 'a place or places', code)
  for (const places of ['code', 'message', 'requestId', 'param'] as const) checkPlaces(places, options[places])
  if (isRecord(requires) && !Array.isArray(requires) && !('match' in requires)) checkStates('requires', requires)
  else checkPlaces('requires', requires)
  if (success !== undefined && !Array.isArray(success)) checkStates('success', success)
  if (wait !== undefined) {
    checkPlaces('wait.at', wait.at)
    if (!units.includes(wait.unit)) throw invalidOption('wait.unit', `one of ${units.join(', ')}`, wait.unit)
  }
  checkList('hosts', options.hosts, checkText)
  checkList('paths', options.paths, checkText)
  checkList('readers', options.readers, (at, reader) => {
    if (!isRecord(reader)) throw invalidOption(at, 'a reader', reader)
  })
  if (codes !== undefined && typeof codes !== 'string')
    for (const [row, outcome] of Object.entries(codes)) checkReason(`codes['${row}']`, outcome, ['ok'])
}
