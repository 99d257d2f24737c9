interface Answered {
  readonly statusCode: number
  readonly header: Record<string, string>
  readonly data: unknown
}
interface Asked {
  readonly url: string
  readonly method?: string
  readonly data?: unknown
  readonly header?: Record<string, string>
  success(answer: Answered): void
  fail(failure: { readonly errMsg: string }): void
}

const signedOut = { code: 4010, msg: 'session expired' }

/** `wx`, as far as the documents use it; `uni` and `my` are called alike. */
export const wx = {
  request({ url, success, fail }: Asked): void {
    if (url.includes('unreachable')) fail({ errMsg: 'request:fail timeout' })
    else success({ statusCode: 200, header: { 'Content-Type': 'application/json' }, data: signedOut })
  },
}
