// Cuts the input into jobs.
import { mostLine } from './line-cutter.ts'
import type { Job } from './runner.ts'

/** A range of a file that one job judges: small enough that all threads end at about the same time. 4 MiB. */
const rangeSize = 4_194_304

const newline = 10

/** The ranges of a file of so many bytes. */
export function* rangesOf(file: string, size: number, firstIndex: number, range: number = rangeSize): Generator<Job> {
  for (let start = 0, index = firstIndex; start < size; start += range, index++)
    yield { index, file, start, end: Math.min(start + range, size) }
}

/**
 * Blocks of whole lines, as soon as the bytes come: nothing waits for a block to be full.
 *
 * @param smallest bytes that a block has at least, but for the last; 0 where each line is awaited by somebody
 */
export async function* blocksOf(
  source: AsyncIterable<Uint8Array>,
  smallest: number,
  firstIndex = 0,
): AsyncGenerator<Job> {
  let kept: Buffer[] = []
  let length = 0
  let unfinished = 0
  let index = firstIndex
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const end = bytes.lastIndexOf(newline) + 1
    if (end > 0 && length + end >= smallest) {
      yield { index: index++, bytes: copyOf([...kept, bytes.subarray(0, end)]) }
      kept = [bytes.subarray(end)]
      length = unfinished = bytes.length - end
      continue
    }
    // Of a line that is too long only as much is kept as shows that it is.
    const piece = end > 0 ? bytes : bytes.subarray(0, Math.max(mostLine + 1 - unfinished, 0))
    unfinished = end > 0 ? bytes.length - end : unfinished + bytes.length
    kept.push(piece)
    length += piece.length
  }
  if (length > 0) yield { index, bytes: copyOf(kept) }
}

/** Bytes of their own: they are handed over to a thread. */
function copyOf(pieces: readonly Buffer[]): Uint8Array {
  const length = pieces.reduce((sum, { length }) => sum + length, 0)
  const copy = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    copy.set(piece, at)
    at += piece.length
  }
  return copy
}
