// A model stops in the middle of its answer: the stream fails with the ApiError, which says that content had come before.
import { isApiError, wrapFetch } from '@unifault/fetch'
import { anthropic } from '@unifault/providers/anthropic'

const events = [
  'event: content_block_delta\ndata: {"type":"content_block_delta","delta":{"text":"Once upon a time"}}\n\n',
  'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
]
// Stands for the network; in life it is `fetch`.
async function network(): Promise<Response> {
  const body = ReadableStream.from(events).pipeThrough(new TextEncoderStream())
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

const apiFetch = wrapFetch(network, anthropic, { streams: 'watch' })

let text = ''
try {
  const { body } = await apiFetch('https://api.anthropic.com/v1/messages', { method: 'POST' })
  for await (const piece of body!.pipeThrough(new TextDecoderStream())) text += /"text":"(.*?)"/.exec(piece)?.[1] ?? ''
} catch (error) {
  if (!isApiError(error)) throw error
  console.log(`"${text}" – then ${error.reason}, delivered: ${error.delivered}`)
}
// prints: "Once upon a time" – then unavailable, delivered: true
