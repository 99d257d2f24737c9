/** A longer line is no record of an answer. 16 MiB. */
export const mostLine = 16_777_216

const newline = 10

/** Cuts bytes into lines, whatever pieces they come in. Of a line that is too long only that it was there is kept. */
export class LineCutter {
  private rest: Buffer[] = []
  private length = 0;

  /** The lines that end in these bytes; undefined stands for one that is too long. */
  *cut(bytes: Buffer): Generator<string | undefined> {
    let start = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      yield this.take(bytes.subarray(start, end))
      start = end + 1
    }
    this.keep(bytes.subarray(start))
  }

  /** The last line, where no newline ends it. */
  *end(): Generator<string | undefined> {
    if (this.length > 0) yield this.take(Buffer.alloc(0))
  }

  private take(last: Buffer): string | undefined {
    const length = this.length + last.length
    const text =
      length > mostLine
        ? undefined
        : this.length === 0
          ? last.toString()
          : Buffer.concat([...this.rest, last]).toString()
    this.rest = []
    this.length = 0
    return text
  }

  private keep(bytes: Buffer): void {
    this.length += bytes.length
    if (this.length > mostLine) this.rest = []
    // A copy: the reader uses its buffer again.
    else if (bytes.length > 0) this.rest.push(Buffer.from(bytes))
  }
}
