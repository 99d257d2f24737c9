import { describe, expect, it } from 'vitest'
import { peekBody } from './peek-body.ts'

const limit = 65_536

/** A response of this media type and text, with a length only where one is given. */
function respond(type: string | undefined, text: string, length?: number): Response {
  const response = new Response(new Blob([text]).stream())
  response.headers.delete('content-type')
  if (type !== undefined) response.headers.set('content-type', type)
  if (length !== undefined) response.headers.set('content-length', String(length))
  return response
}

async function peekedText(response: Response): Promise<string | undefined> {
  const bytes = await peekBody(response)
  return bytes && new TextDecoder().decode(bytes)
}

describe('a body is looked at', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    ' application/json',
    'application/problem+json',
    'application/vnd.api+json;v=1',
    'application/xml',
    'application/soap+xml',
    'application/javascript',
    'application/x-javascript',
    'application/x-www-form-urlencoded',
    'text/json',
    'text/plain;charset=gbk',
    'text/html',
    'text/xml',
    'text/javascript',
  ])('when it is called %s', async (type) => {
    const response = respond(type, 'text')
    expect(await peekedText(response)).toBe('text')
    expect(response.bodyUsed).toBe(false)
    expect(await response.text()).toBe('text')
  })

  it('when it has no media type but says that it is small', async () => {
    expect(await peekedText(respond(undefined, 'text', 4))).toBe('text')
  })

  it('up to 64 KiB', async () => {
    expect(await peekedText(respond('text/plain', 'x'.repeat(limit)))).toHaveLength(limit)
  })

  it('as a whole, in however many chunks it comes', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (const text of ['{"a":', '"é', '"}']) controller.enqueue(new TextEncoder().encode(text))
        controller.close()
      },
    })
    const response = new Response(body, { headers: { 'content-type': 'text/plain' } })
    expect(await peekedText(response)).toBe('{"a":"é"}')
  })
})

describe('a body is left alone', () => {
  it.each([
    'text/event-stream',
    'application/x-ndjson',
    'application/jsonl',
    'application/json-seq',
    'application/octet-stream',
    'application/pdf',
    'multipart/mixed; boundary=application/json',
    'image/svg',
    'text/css',
    'text/plainer',
  ])('when it is called %s', async (type) => {
    expect(await peekBody(respond(type, 'text'))).toBeUndefined()
  })

  it('when it has neither media type nor length', async () => {
    expect(await peekBody(respond(undefined, 'text'))).toBeUndefined()
  })

  it('when it says that it is large', async () => {
    expect(await peekBody(respond('text/plain', 'text', limit + 1))).toBeUndefined()
  })

  it('beyond 64 KiB, where it stays readable', async () => {
    const text = 'x'.repeat(limit + 1)
    const response = respond('text/plain', text)
    expect(await peekBody(response)).toBeUndefined()
    expect(await response.text()).toBe(text)
  })

  it('when there is none, or when it is read or being read already', async () => {
    expect(await peekBody(new Response(null))).toBeUndefined()
    const used = respond('text/plain', 'text')
    await used.text()
    expect(await peekBody(used)).toBeUndefined()
    const locked = respond('text/plain', 'text')
    locked.body?.getReader()
    expect(await peekBody(locked)).toBeUndefined()
  })
})

it('what reading throws is thrown', async () => {
  const cut = new TypeError('terminated')
  const body = new ReadableStream({ start: (controller) => controller.error(cut) })
  await expect(peekBody(new Response(body, { headers: { 'content-type': 'text/plain' } }))).rejects.toBe(cut)
})
