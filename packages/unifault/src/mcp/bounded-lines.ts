// Lines that are not longer than the protocol's reader holds: it ends the connection at the first that is.
import { Transform } from 'node:stream'

/** Any answer that a tool takes is shorter, also where each of its characters is an escape. 8 MiB. */
const mostMessage = 8_388_608
const newline = 10

/** @param tell is told of each line that was cut: what is left of it is no JSON, and nobody answers it */
export function boundedLines(tell: (error: Error) => void): Transform {
  let length = 0
  let isCut = false
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      for (let from = 0; from < bytes.length;) {
        const found = bytes.indexOf(newline, from)
        const piece = bytes.subarray(from, found < 0 ? bytes.length : found + 1)
        from += piece.length
        length += piece.length
        if (length <= mostMessage) this.push(piece)
        else if (!isCut) {
          isCut = true
          this.push('\n')
          tell(new Error('a message of more than 8 MiB was left out'))
        }
        if (found < 0) continue
        length = 0
        isCut = false
      }
      done()
    },
  })
}
