// Words for people in two languages: the meaning of the code where the catalog knows it, else the words of the reason.
import { explain, isApiError, wrapFetch } from '@unifault/fetch'
import { texts as wordsEn } from '@unifault/core/texts/en'
import { texts as wordsZh } from '@unifault/core/texts/zh'
import { bilibili } from '@unifault/providers/bilibili'
import { texts as bilibiliEn } from '@unifault/providers/bilibili/texts/en'
import { texts as bilibiliZh } from '@unifault/providers/bilibili/texts/zh'
import { replay } from './mock/replay.ts'

const url = 'https://api.bilibili.com/x/web-interface/nav'
replay(url, { body: { code: -101, message: '账号未登录' } }, { status: 502, body: '' })

const apiFetch = wrapFetch(fetch, bilibili)

for (let attempt = 1; attempt <= 2; attempt++)
  await apiFetch(url).catch((error: unknown) => {
    if (!isApiError(error)) throw error
    console.log(explain(error, [bilibiliZh, wordsZh]), '/', explain(error, [bilibiliEn, wordsEn]))
  })
// prints: 账号未登录 / The account is not signed in
// prints: 服务暂时不可用，请稍后重试 / The service is not available at the moment: try again later
