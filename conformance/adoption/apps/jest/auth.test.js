// How users test their branches: with Jest, as modules and transformed to CommonJS.
import { installApiErrors, isApiError } from '@unifault/axios'
import { fakeApiError } from '@unifault/core/testing'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'

const answering = (data) =>
  axios.create({
    adapter: async (config) => ({ data, status: 200, statusText: 'OK', headers: {}, config, request: {} }),
  })

test('a body under 200 is told as an error', async () => {
  const api = answering({ code: -101, message: '账号未登录' })
  installApiErrors(api, bilibili)
  const error = await api.get('https://api.bilibili.com/x/web-interface/nav').catch((reason) => reason)
  expect(isApiError(error)).toBe(true)
  expect(error).toMatchObject({ category: 'auth', code: '-101' })
})

test('a made error is one too', () => {
  expect(isApiError(fakeApiError({ reason: 'throttled' }))).toBe(true)
})
