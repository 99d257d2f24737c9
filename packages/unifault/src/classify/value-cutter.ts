// Cuts a JSON document into its values while it comes, so that each can be judged for itself, in whatever thread. Nothing is parsed
// here: brackets and quotes are followed, and of a text that is longer than the classifier reads only as much is kept.
import { mostLine } from './line-cutter.ts'

/**
 * Which values a document has. `array`: the elements of the array that it is. `values`: values that follow each other. `har`: the
 * elements of `log.entries`.
 */
export type ValueKind = 'har' | 'array' | 'values'

/** More than the classifier reads of a body, also where it stands in base64: in characters or escapes. */
const mostText = 1_572_864
/** A longer key leads to no entries, and a deeper one neither. */
const mostKey = 64
const deepestKey = 2

const quote = 34
const comma = 44
const colon = 58
const backslash = 92
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125]

/** Whitespace; and the bytes of a byte order mark, which is nothing else outside a text. */
function isBlank(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0xef || byte === 0xbb || byte === 0xbf
}

export class ValueCutter {
  /** The values that are whole. */
  count = 0
  private readonly kind: ValueKind
  private depth = 0
  /** The depth at which the values stand; undefined outside their array. */
  private listDepth: number | undefined
  private isDone = false
  /** The pieces of the value that is being read; undefined between values. */
  private pieces: Buffer[] | undefined
  private length = 0
  private isInText = false
  private isEscaped = false
  private hexLeft = 0
  private units = 0
  /** The rest of a text is left out. */
  private isCut = false
  /** The last text outside the values, and the key at each depth. */
  private text = ''
  private readonly keys: string[] = []

  constructor(kind: ValueKind) {
    this.kind = kind
    if (kind === 'values') this.listDepth = 0
  }

  /**
   * The values that end in these bytes, each in pieces; a piece is a part of bytes that were given.
   *
   * @throws Error where the document is none
   */
  *cut(bytes: Buffer): Generator<readonly Buffer[]> {
    let from = 0
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number
      if (this.isInText) {
        const wasCut = this.isCut
        this.inText(byte)
        if (this.isCut && !wasCut) this.keep(bytes.subarray(from, at))
        if (this.isInText || this.pieces === undefined) continue
        if (this.isCut) from = at
        this.isCut = false
        if (this.depth === this.listDepth) yield this.whole(bytes.subarray(from, at + 1))
        continue
      }
      if (this.pieces === undefined) {
        if (this.depth === this.listDepth && !isBlank(byte) && byte !== comma && byte !== closeArray) {
          this.pieces = []
          from = at
        }
      } else if (
        // A number or a word ends where something else begins.
        this.depth === this.listDepth &&
        (isBlank(byte) || byte === comma || byte === closeArray)
      )
        yield this.whole(bytes.subarray(from, at))
      const isEnd = this.outsideText(byte)
      if (isEnd && this.pieces !== undefined) yield this.whole(bytes.subarray(from, at + 1))
    }
    if (this.pieces !== undefined && !this.isCut) this.keep(bytes.subarray(from))
  }

  /**
   * The last value, where nothing stands behind it.
   *
   * @throws Error where the document breaks off
   */
  *end(): Generator<readonly Buffer[]> {
    if (this.isInText || this.depth > 0) throw new Error('it breaks off')
    if (this.pieces !== undefined) yield this.whole(Buffer.alloc(0))
  }

  private inText(byte: number): void {
    if (this.hexLeft > 0) this.hexLeft--
    else if (this.isEscaped) {
      this.isEscaped = false
      if (byte === 117) this.hexLeft = 4
    } else if (byte === quote) this.isInText = false
    else {
      this.isEscaped = byte === backslash
      // A character of UTF-8 is never cut, nor is an escape.
      if ((byte & 0xc0) !== 0x80 && ++this.units > mostText) this.isCut = true
      if (this.pieces === undefined && this.text.length < mostKey) this.text += String.fromCharCode(byte)
    }
  }

  /** @returns whether a value ends with this byte */
  private outsideText(byte: number): boolean {
    if (byte === quote) {
      this.isInText = true
      this.units = 0
      this.text = ''
    } else if (byte === openArray || byte === openObject) {
      if (this.isDone && this.kind === 'array') throw new Error('something follows its array')
      this.depth++
      if (this.pieces === undefined) this.open(byte)
    } else if (byte === closeArray || byte === closeObject) {
      if (--this.depth < 0) throw new Error('a bracket closes nothing')
      if (this.depth === this.listDepth) return true
      if (this.listDepth !== undefined && this.depth < this.listDepth) {
        this.listDepth = undefined
        this.isDone = true
      }
    } else if (byte === colon && this.pieces === undefined) {
      if (this.depth <= deepestKey) this.keys[this.depth] = this.text
    } else if (this.isDone && this.kind === 'array' && !isBlank(byte)) throw new Error('something follows its array')
    return false
  }

  /** Whether the bracket that was just opened holds the values. */
  private open(byte: number): void {
    if (this.isDone || byte !== openArray) return
    const isList =
      this.kind === 'array'
        ? this.depth === 1
        : this.kind === 'har' && this.depth === 3 && this.keys[1] === 'log' && this.keys[2] === 'entries'
    if (isList) this.listDepth = this.depth
  }

  private keep(bytes: Buffer): void {
    // Of a value that is too long only as much is kept as shows that it is.
    if (bytes.length > 0 && this.length <= mostLine) this.pieces?.push(bytes)
    this.length += bytes.length
  }

  private whole(last: Buffer): readonly Buffer[] {
    this.keep(last)
    const pieces = this.pieces ?? []
    this.pieces = undefined
    this.length = 0
    this.count++
    return pieces
  }
}
