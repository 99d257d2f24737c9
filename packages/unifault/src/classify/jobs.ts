// Cuts the input into jobs.
import { UserError } from '../errors.ts'
import { mostLine } from './line-cutter.ts'
import type { Job } from './runner.ts'
import { ValueCutter, type ValueKind } from './value-cutter.ts'

/** A range of a file that one job judges: small enough that all threads end at about the same time, each with two at hand. 1 MiB. */
const rangeSize = 1_048_576

const newline = 10
const space = 32

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

/**
 * Blocks of the values of a JSON document, a line each.
 *
 * @throws UserError where the document is none, or breaks off
 */
export async function* valuesOf(
  source: AsyncIterable<Buffer>,
  file: string,
  kind: ValueKind,
  smallest: number,
  firstIndex = 0,
): AsyncGenerator<Job> {
  const cutter = new ValueCutter(kind)
  const form = kind === 'har' ? 'har' : 'json'
  let index = firstIndex
  let lines: Uint8Array[] = []
  let length = 0
  let size = 0
  const take = (values: Iterable<readonly Buffer[]>): void => {
    try {
      for (const pieces of values) {
        const line = lineOf(pieces)
        lines.push(line)
        length += line.length
      }
    } catch (error) {
      throw noDocument(file, (error as Error).message, cutter.count)
    }
  }
  for await (const bytes of source) {
    take(cutter.cut(bytes))
    size += bytes.length
    if (length < smallest || length === 0) continue
    yield { index: index++, form, size, bytes: copyOf(lines) }
    lines = []
    length = size = 0
  }
  take(cutter.end())
  if (length > 0) yield { index, form, size, bytes: copyOf(lines) }
}

/** @param count entries before the fault */
export function noDocument(file: string, fault: string, count: number): UserError {
  return new UserError(`is no whole JSON document: ${fault} (behind ${count} entries)`, { file })
}

/** A value as a line: the line's ends in it stand between its parts, and are spaces. */
function lineOf(pieces: readonly Buffer[]): Uint8Array {
  const line = Buffer.from(copyOf([...pieces, Buffer.of(newline)]).buffer)
  for (let at = line.indexOf(newline); at < line.length - 1; at = line.indexOf(newline, at + 1)) line[at] = space
  return line
}

/** Bytes of their own: they are handed over to a thread. */
function copyOf(pieces: readonly Uint8Array[]): Uint8Array {
  const length = pieces.reduce((sum, { length }) => sum + length, 0)
  const copy = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    copy.set(piece, at)
    at += piece.length
  }
  return copy
}
