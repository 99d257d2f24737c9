/** A server that calls WeChat. Its first token has expired. */
let access = 'old'

export const token = (): string => access

export const renewToken = async (): Promise<string> => (access = 'new')

export const post = async (path: string, body: object): Promise<{ errcode: number; errmsg: string }> => {
  const url = `https://api.weixin.qq.com${path}?access_token=${access}`
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  return (await response.json()) as { errcode: number; errmsg: string }
}

globalThis.fetch = async (input, init) => {
  const isFresh = new Request(input, init).url.includes('access_token=new')
  return Response.json(isFresh ? { errcode: 0, errmsg: 'ok' } : { errcode: 42001, errmsg: 'access_token expired' })
}
