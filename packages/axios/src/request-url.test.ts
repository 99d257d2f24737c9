import { create } from 'axios'
import { describe, expect, it } from 'vitest'
import { requestUrl } from './request-url.ts'

describe('requestUrl', () => {
  it('joins the base URL, the URL and the params', () => {
    const instance = create({ baseURL: 'https://example.org/api/' })
    expect(requestUrl(instance, { url: '/me', params: { token: 'a b' } })).toBe('https://example.org/api/me?token=a+b')
    expect(requestUrl(instance, { url: 'https://other.example/me' })).toBe('https://other.example/me')
    expect(requestUrl(create(), { url: '/me' })).toBe('/me')
  })

  it('gives nothing when a serializer throws', () => {
    const serialize = (): never => {
      throw new Error('mine')
    }
    expect(requestUrl(create(), { url: '/me', params: {}, paramsSerializer: { serialize } })).toBe(undefined)
  })
})
