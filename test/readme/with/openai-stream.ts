/** A model that begins to answer and then has to stop, as OpenAI's Responses API streams it. */
const events = [
  'event: response.output_text.delta\ndata: {"type":"response.output_text.delta","delta":"Once upon a time"}\n\n',
  'event: error\ndata: {"type":"error","code":"rate_limit_exceeded","message":"Rate limit reached.","param":null}\n\n',
]

globalThis.fetch = async () => {
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const event = events.shift()
      if (event === undefined) stream.close()
      else stream.enqueue(new TextEncoder().encode(event))
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}
