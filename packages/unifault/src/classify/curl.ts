// What `curl -i` prints: a status line, headers, an empty line, the body; several of them where it followed redirects.
import type { Exchange } from './record.ts'

const statusLine = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/
/** As much of a body as the classifier reads, in characters. */
const mostBody = 1_048_576

/** Reads answers line by line. The text does not tell what was asked: that is given. */
export class CurlReader {
  private readonly request: Pick<Exchange, 'url' | 'method'>
  private readonly take: (exchange: Exchange) => void
  private answer:
    | { status: number; headers: [string, string][]; body: string[]; length: number; inBody: boolean }
    | undefined

  constructor(request: Pick<Exchange, 'url' | 'method'>, take: (exchange: Exchange) => void) {
    this.request = request
    this.take = take
  }

  line(line: string): void {
    const { answer } = this
    const text = (answer === undefined ? line.replace(/^\uFEFF/, '') : line).replace(/\r$/, '')
    const started = answer === undefined || answer.inBody ? statusLine.exec(text) : undefined
    if (started) {
      this.end()
      this.answer = { status: Number(started[1]), headers: [], body: [], length: 0, inBody: false }
    } else if (answer?.inBody === true) {
      if (answer.length <= mostBody) answer.body.push(line)
      answer.length += line.length + 1
    } else if (text === '' && answer) answer.inBody = true
    else if (answer) {
      const colon = text.indexOf(':')
      if (colon > 0) answer.headers.push([text.slice(0, colon), text.slice(colon + 1).trim()])
    }
  }

  /** Tells the last answer. */
  end(): void {
    const { answer } = this
    this.answer = undefined
    if (answer === undefined) return
    const { status, headers, body } = answer
    // 1xx are not the answer, and `200 Connection established` is a proxy's: neither a header nor a body follows it.
    if (status < 200 || (status === 200 && headers.length === 0 && body.length === 0)) return
    this.take({ ...this.request, status, headers, body: body.join('\n') })
  }
}
