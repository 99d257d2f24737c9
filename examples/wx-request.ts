// `wx.request` as a function that rejects with an ApiError. `uni.request`, `my.request` and `tt.request` are called alike.
import { createClassifier, defineProvider, isApiError } from '@unifault/core'

const codes = { '4010': 'token-expired' } as const
const gateway = defineProvider({ id: 'gateway', dialects: [{ code: 'code', message: 'msg', success: [0], codes }] })
const classify = createClassifier(gateway)

function request<T>(url: string, method = 'GET', data?: object): Promise<T> {
  return new Promise((resolve, reject) => {
    wx.request({
      url,
      method,
      data,
      success({ statusCode: status, header: headers, data: body }) {
        const error = classify({ url, method, status, headers, body, requestBody: data })
        if (error) reject(error)
        else resolve(body as T)
      },
      fail({ errMsg }) {
        const kind = errMsg.includes('abort') ? 'cancelled' : errMsg.includes('timeout') ? 'timeout' : 'network'
        reject(classify.failure({ kind }, { url, method }) ?? new Error(errMsg))
      },
    })
  })
}

/** The same over Taro, whose `request` gives a promise. */
async function requestByTaro<T>(url: string, method: 'GET' | 'POST' = 'GET', data?: object): Promise<T> {
  const { statusCode: status, header: headers, data: body } = await Taro.request({ url, method, data })
  const error = classify({ url, method, status, headers, body, requestBody: data })
  if (error) throw error
  return body as T
}

// Stand for the runtime of a mini program; in life it gives them.
const answer = { statusCode: 200, header: {}, data: { code: 4010, msg: 'session expired' } }
const wx = {
  request(asked: { url: string; method: string; data: object | undefined } & Listeners): void {
    if (asked.url.endsWith('/slow')) asked.fail({ errMsg: 'request:fail timeout' })
    else asked.success(answer)
  },
}
const Taro = { request: async (_asked: object) => answer }
interface Listeners {
  success(answered: { statusCode: number; header: object; data: unknown }): void
  fail(failure: { errMsg: string }): void
}

const url = 'https://gateway.example.com'
for (const call of [request(`${url}/me`), request(`${url}/slow`), requestByTaro(`${url}/me`)])
  await call.catch((error: unknown) => {
    if (isApiError(error)) console.log(error.category, error.reason, error.recovery)
  })
// prints: auth token-expired refresh-token
// prints: server timeout retry
// prints: auth token-expired refresh-token
