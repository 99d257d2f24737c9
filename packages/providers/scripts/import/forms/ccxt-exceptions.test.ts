import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readCcxtExceptions } from './ccxt-exceptions.ts'

const source = `class acme {
            'exceptions': {
                'exact': {
                    '1001': InsufficientFunds, // {"code":1001,"msg":"Not enough balance"}
                    '1002': BadRequest, // Size must be positive
                    '1003': ExchangeError,
                    '1004': OrderNotFound,
                    'RATE_LIMITED': RateLimitExceeded,
                },
                'broad': {
                    'busy': ExchangeNotAvailable,
                },
            },
            'other': {
                '1': BadRequest,
            },
`

test('codes of exact tables: a message, a sample answer, or the class spelt out; parts of sentences are none', () => {
  const entries = readCcxtExceptions(snapshotOf({ 'js/src/acme.js': source }), 'acme')
  expect(entries).toMatchObject([
    { code: '1001', en: 'Not enough balance', hint: { reason: 'payment-declined' } },
    { code: '1002', en: 'Size must be positive' },
    { code: '1004', en: 'Order not found', names: true },
    { code: 'RATE_LIMITED', en: 'Rate limited', names: true, hint: { reason: 'throttled' } },
  ])
})
