import { problemResponse, isApiError, wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'

export const dynamic = 'force-dynamic'

const send = wrapFetch(fetch, bilibili)

export async function GET(): Promise<Response> {
  try {
    return Response.json(await (await send(String(process.env['SERVER']), { cache: 'no-store' })).json())
  } catch (error) {
    if (!isApiError(error)) throw error
    return problemResponse(error)
  }
}
