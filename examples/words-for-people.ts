// Words for people in two languages, loaded when they are needed: the meaning of the code where the catalog knows it, else the words of
// the reason.
import { type ApiError, explain, isApiError, wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'

const texts = {
  zh: () => Promise.all([import('@unifault/providers/bilibili/texts/zh'), import('@unifault/core/texts/zh')]),
  en: () => Promise.all([import('@unifault/providers/bilibili/texts/en'), import('@unifault/core/texts/en')]),
}

async function words(error: ApiError, language: 'zh' | 'en'): Promise<string | undefined> {
  const [ofCodes, ofReasons] = await texts[language]()
  return explain(error, [ofCodes.texts, ofReasons.texts])
}

for (const answer of [Response.json({ code: -101, message: '账号未登录' }), new Response('', { status: 502 })])
  try {
    await wrapFetch(async () => answer, bilibili)('https://api.bilibili.com/x/web-interface/nav') // in life: fetch
  } catch (error) {
    if (!isApiError(error)) throw error
    console.log(await words(error, 'zh'), '/', await words(error, 'en'))
  }
// prints: 账号未登录 / The account is not signed in
// prints: 服务暂时不可用，请稍后重试 / The service is not available at the moment: try again later
