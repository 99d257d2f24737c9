import { isRecord } from '../reading/is-record.ts'
import { checkList, checkPlace, checkReason, checkText, itemName } from './check.ts'
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
const valueTypes = ['string', 'number', 'boolean', 'undefined']

function checkPlaces(name: string, value: unknown): void {
  if (Array.isArray(value)) checkList(name, value, checkPlace)
  else if (value !== undefined) checkPlace(name, value)
}

function checkValue(name: string, value: unknown, index?: number): void {
  if (!valueTypes.includes(typeof value))
    throw invalidOption(itemName(name, index), 'a string, a number, a boolean or undefined', value)
}

function checkStates(name: string, value: unknown): void {
  if (!isRecord(value)) throw invalidOption(name, 'a list of values, or a record of places and lists of values', value)
  for (const [place, values] of Object.entries(value)) {
    checkPlace(`${name} place`, place)
    if (!Array.isArray(values)) throw invalidOption(`${name}.${place}`, 'an array of values', values)
    checkList(`${name}.${place}`, values, checkValue)
  }
}

/** Throws a TypeError that names the first malformed option of an envelope. */
export function checkEnvelope(options: EnvelopeOptions): void {
  if (!isRecord(options)) throw invalidOption('options', 'an object', options)
  refuseUnknown(options, known)
  const { name, code, requires, wait, success, dataDue, codes } = options
  if (name !== undefined) checkText('name', name)
  if (code === undefined || (Array.isArray(code) && code.length === 0))
    throw invalidOption('code', 'a place or places', code)
  for (const places of ['code', 'message', 'requestId', 'param'] as const) checkPlaces(places, options[places])
  if (isRecord(requires) && !Array.isArray(requires) && !Object.hasOwn(requires, 'match'))
    checkStates('requires', requires)
  else checkPlaces('requires', requires)
  if (success !== undefined && !Array.isArray(success)) checkStates('success', success)
  if (Array.isArray(success)) checkList('success', success, checkValue)
  if (wait !== undefined) {
    if (!isRecord(wait)) throw invalidOption('wait', 'a record of `at` and `unit`', wait)
    refuseUnknown(wait, ['at', 'unit'], 'wait.')
    if (wait.at === undefined) throw invalidOption('wait.at', 'a place or places', wait.at)
    checkPlaces('wait.at', wait.at)
    if (!units.includes(wait.unit)) throw invalidOption('wait.unit', `one of ${units.join(', ')}`, wait.unit)
  }
  checkList('hosts', options.hosts, checkText)
  checkList('paths', options.paths, checkText)
  checkList('readers', options.readers, (name, reader, index) => {
    if (!isRecord(reader)) throw invalidOption(itemName(name, index), 'a reader', reader)
  })
  if (dataDue !== undefined && typeof dataDue !== 'boolean') throw invalidOption('dataDue', 'a boolean', dataDue)
  if (codes !== undefined && typeof codes !== 'string') {
    if (!isRecord(codes)) throw invalidOption('codes', 'generated rows, or a record of codes and outcomes', codes)
    for (const [row, outcome] of Object.entries(codes)) checkReason(`codes['${row}']`, outcome, ['ok'])
  }
}
