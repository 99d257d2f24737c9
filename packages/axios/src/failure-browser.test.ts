import { AxiosError, create, type InternalAxiosRequestConfig, toFormData } from 'axios'
import { expect, test } from 'vitest'
import { failureOf as failureAnywhere } from './failure.ts'
import { AxiosAnswer } from './answer.ts'
import { failureOf, noteRequest } from './failure-browser.ts'

const request = {}
const response = { status: 200, config: {}, data: '' }
const broken = new TypeError('Failed to fetch')
const own = new Error('the file has changed')

test.each<[message: string, code: string | undefined, more: object]>([
  ['Network Error', 'ERR_NETWORK', { request }],
  ['Network Error', undefined, {}],
  ['Request aborted', 'ECONNABORTED', { request }],
  ['timeout of 10ms exceeded', 'ECONNABORTED', { request }],
  ['timeout of 10ms exceeded', 'ETIMEDOUT', { request }],
  ['Failed to fetch', 'ERR_NETWORK', { request, cause: broken }],
  ['network error', undefined, { request, cause: broken }],
  ['Unsupported protocol', 'ERR_BAD_REQUEST', {}],
  ['bad option', 'ERR_BAD_OPTION_VALUE', {}],
  ['Invalid URL', 'ERR_INVALID_URL', {}],
  ['maxContentLength size of 1 exceeded', 'ERR_BAD_RESPONSE', { request }],
  ['a mistake', undefined, {}],
  ['Request failed with status code 500', 'ERR_BAD_RESPONSE', { request, response }],
])('in browsers, %s (%s) means what it means everywhere', (message, code, more) => {
  for (const data of [undefined, 'text', new Blob(['a']), new Blob(['a']).stream()]) {
    const config = { data } as InternalAxiosRequestConfig
    const error = Object.assign(new AxiosError(message, code, config, undefined), more)
    expect(failureOf(error)).toEqual(failureAnywhere(error))
  }
})

test('in browsers, the failure of what the user uploads stays his own', () => {
  const stream = { data: new Blob(['a']).stream() } as unknown as InternalAxiosRequestConfig
  const error = Object.assign(new AxiosError('Network Error', 'ERR_NETWORK', stream, request), { cause: own })
  expect(failureOf(error)).toBeUndefined()
  const text = { data: 'a' } as InternalAxiosRequestConfig
  expect(failureOf(Object.assign(new AxiosError('x', 'ERR_NETWORK', text, request), { cause: own }))).toBeDefined()
})

test('in browsers, nothing is noted on a config: a form of axios keeps what was put into it', () => {
  const headers = { 'Content-Type': 'multipart/form-data' }
  const config = { timeout: 10, data: { password: 'hunter2' } as object, headers } as object as { data: object }
  const before = { ...config }
  noteRequest(config)
  expect(config).toEqual(before)
  expect(Object.getOwnPropertySymbols(config)).toEqual([])
  config.data = toFormData(config.data, new FormData()) // as axios does while it sends
  const { requestBody } = new AxiosAnswer(create(), config, undefined, undefined, undefined)
  expect([...(requestBody as FormData)]).toEqual([['password', 'hunter2']])
})
