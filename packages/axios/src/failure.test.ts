import { AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios'
import { describe, expect, it } from 'vitest'
import { failureOf } from './failure.ts'

const request = {}

function thrown(code: string | undefined, message = 'message', more: object = {}): AxiosError {
  return Object.assign(new AxiosError(message, code, undefined, request), more)
}

describe('failureOf', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EPIPE',
    'ERR_NETWORK',
    'HPE_INVALID_CONSTANT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('takes %s for a failure of the network', (code) => {
    const error = thrown(code)
    expect(failureOf(error)).toEqual({ kind: 'network', error })
  })

  it.each(['ECONNABORTED', 'ETIMEDOUT'])('takes %s without a system call for the time-out of the config', (code) => {
    const error = thrown(code, 'timeout of 10ms exceeded')
    expect(failureOf(error)).toEqual({ kind: 'timeout', error })
  })

  it('takes the abort of a browser for a failure of the network', () => {
    expect(failureOf(thrown('ECONNABORTED', 'Request aborted'))).toMatchObject({ kind: 'network' })
  })

  it.each([
    ['connect', { kind: 'network', sent: false }],
    ['read', { kind: 'network' }],
  ])('asks which system call timed out: %s', (syscall, expected) => {
    const cause = Object.assign(new Error('ETIMEDOUT'), { syscall })
    expect(failureOf(thrown('ETIMEDOUT', '', { cause }))).toMatchObject(expected)
    expect(failureOf(thrown('ETIMEDOUT', '', { syscall }))).toMatchObject(expected)
    const errors = new AggregateError([cause])
    expect(failureOf(thrown('ETIMEDOUT', '', { cause: errors }))).toMatchObject(expected)
  })

  it.each([
    'ERR_BAD_RESPONSE',
    'ERR_BAD_REQUEST',
    'ERR_BAD_OPTION',
    'ERR_BAD_OPTION_VALUE',
    'ERR_INVALID_URL',
    'ERR_FR_TOO_MANY_REDIRECTS',
    'ERR_NOT_SUPPORT',
    'ERR_FORM_DATA_DEPTH_EXCEEDED',
    'ERR_DEPRECATED',
  ])("leaves %s, the user's own", (code) => {
    expect(failureOf(thrown(code))).toBe(undefined)
  })

  it('takes an error without a code for a failure only after a request was made', () => {
    expect(failureOf(thrown(undefined, 'terminated'))).toMatchObject({ kind: 'network' })
    expect(failureOf(thrown(undefined, 'Network Error', { request: undefined }))).toMatchObject({ kind: 'network' })
    expect(failureOf(thrown(undefined, 'Failed to parse URL', { request: undefined }))).toBe(undefined)
  })

  describe('and an upload of the user', () => {
    const caused = (code: string | undefined, cause: unknown, data: unknown): AxiosError =>
      thrown(code, 'message', { cause, config: { data } as InternalAxiosRequestConfig })
    const system = (code: string, syscall: string): Error => Object.assign(new Error(code), { code, syscall })

    it.each([
      ['ENOENT', 'open'],
      ['EACCES', 'open'],
      ['EMFILE', 'open'],
      ['EISDIR', 'read'],
      ['EBADF', 'read'],
      ['ENOENT', 'stat'],
    ])('leaves %s of the system call %s, whatever the body', (code, syscall) => {
      for (const data of [undefined, 'text', new Blob([])])
        for (const outer of [code, 'ERR_NETWORK', undefined])
          expect(failureOf(caused(outer, system(code, syscall), data))).toBe(undefined)
    })

    it.each([
      ['ENOENT', 'connect'],
      ['EACCES', 'connect'],
      ['ECONNRESET', 'read'],
      ['EPIPE', 'write'],
      ['ENOTFOUND', 'getaddrinfo'],
    ])('takes %s of the system call %s for a failure of the network', (code, syscall) => {
      for (const data of [undefined, 'text', new Blob([]), new FormData()])
        expect(failureOf(caused(code, system(code, syscall), data))).toMatchObject({ kind: 'network' })
    })

    const mine = new Error('mine')

    it('leaves what the stream itself has failed with, also what looks like the network', () => {
      for (const error of [
        mine,
        new TypeError('fetch failed'),
        Object.assign(new Error('aborted'), { code: 'ECONNRESET' }),
      ])
        expect(failureOf(caused('ERR_NETWORK', error, { pipe: true, errored: error }))).toBe(undefined)
    })

    it('leaves an error without a code that nothing on the way words so, where the body is produced while it is sent', () => {
      const produced = [new ReadableStream(), new Blob([]), new FormData(), { pipe: true }, (async function* () {})()]
      for (const data of produced)
        for (const code of [undefined, 'ERR_NETWORK']) expect(failureOf(caused(code, mine, data))).toBe(undefined)
      for (const data of [undefined, 'text', { a: 1 }, new Uint8Array(1)])
        expect(failureOf(caused('ERR_NETWORK', mine, data))).toMatchObject({ kind: 'network' })
    })

    it.each([
      'Failed to fetch',
      'fetch failed',
      'Load failed',
      'terminated',
      'NetworkError when attempting',
      'other side closed a socket',
    ])('takes an error that says %j for a failure of the network', (message) => {
      expect(failureOf(caused('ERR_NETWORK', new TypeError(message), new FormData()))).toMatchObject({
        kind: 'network',
      })
    })

    it('takes a cause that is no error for none', () => {
      for (const cause of [undefined, null, 'text', {}, Response.error()])
        expect(failureOf(caused('ERR_NETWORK', cause, new FormData()))).toMatchObject({ kind: 'network' })
    })
  })

  describe('behind an answer', () => {
    function behind(error: AxiosError, duration?: number, timeout?: number): AxiosError {
      const response = { status: 200, duration } as AxiosResponse
      return Object.assign(error, { response, config: { timeout } as InternalAxiosRequestConfig })
    }

    it('tells a body that broke off from one that took too long', () => {
      const cut = 'stream has been aborted'
      const code = 'ERR_BAD_RESPONSE'
      expect(failureOf(behind(thrown(code, cut), 5))).toEqual({ kind: 'network', sent: true })
      expect(failureOf(behind(thrown(code, cut), 5, 0))).toEqual({ kind: 'network', sent: true })
      expect(failureOf(behind(thrown(code, cut), 5, 10))).toEqual({ kind: 'network', sent: true })
      expect(failureOf(behind(thrown(code, cut), 10, 10))).toEqual({ kind: 'timeout', sent: true })
      expect(failureOf(thrown(code, cut))).toEqual({ kind: 'network', sent: true })
    })

    it.each(['ECONNRESET', 'Z_DATA_ERROR', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR__ERROR_FORMAT_PADDING_1'])(
      'takes %s for a body that was garbled on its way',
      (code) => {
        expect(failureOf(behind(thrown(code)))).toMatchObject({ kind: 'network', sent: true })
      },
    )

    it.each(['ERR_BAD_RESPONSE', 'ERR_UNKNOWN_ENCODING', 'MY_CODE', undefined])('leaves %s', (code) => {
      expect(failureOf(behind(thrown(code)))).toBe(undefined)
    })
  })
})
