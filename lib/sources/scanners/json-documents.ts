import { AppError } from '@/lib/kernel/app-error'

/** One JSON value of a file: an element of the array it consists of, or one of the documents that stand in it. */
export type JsonDocument = { row: number; text: string }

/** Of one element, or of one document that is no array. */
const LONGEST = 64 * 1024 * 1024

const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const QUOTE = 0x22
const ESCAPE = 0x5c
const COMMA = 0x2c
const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
const BOM = [0xef, 0xbb, 0xbf]

/**
 * Cuts a file into its JSON values without holding it: the elements of an array, or documents one after the other, as
 * scanners write them on lines. Values are objects; anything else between them is refused with its place. Memory stays at
 * one value. Throws `invalid` for a file that ends within one, and for one longer than 64 MiB.
 */
export async function* jsonDocuments(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonDocument> {
  const cutter = new Cutter()
  for await (const chunk of chunks) yield* cutter.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
  cutter.end()
}

class Cutter {
  private depth = 0
  private inString = false
  private escaped = false
  private inArray = false
  private arrayEnded = false
  private parts: Buffer[] = []
  private held = 0
  private row = 0
  private offset = 0

  end(): void {
    if (this.depth > 0) throw refused(`The file ends within record ${this.row + 1}.`)
    if (this.inArray && !this.arrayEnded) throw refused(`The file ends after record ${this.row}, before its list does.`)
    if (this.row === 0 && !this.inArray) throw refused('The file holds no JSON.')
  }

  *take(chunk: Buffer): Generator<JsonDocument> {
    let from = this.depth > 0 ? 0 : -1
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      if (this.depth === 0) {
        if (this.between(byte, this.offset + at)) from = at
      } else if (this.inString) this.withinString(byte)
      else if (this.within(byte)) {
        yield this.cut(chunk.subarray(from, at + 1))
        from = -1
      }
    }
    if (from >= 0) this.keep(chunk.subarray(from))
    this.offset += chunk.length
  }

  /** A byte between two values; true when a value begins with it. */
  private between(byte: number, place: number): boolean {
    if (byte === OPEN_OBJECT && !this.arrayEnded) {
      this.depth = 1
      return true
    }
    if (isBlank(byte) || (place < BOM.length && byte === BOM[place])) return false
    if (byte === OPEN_ARRAY && this.row === 0 && !this.inArray) this.inArray = true
    else if (byte === CLOSE_ARRAY && this.inArray && !this.arrayEnded) this.arrayEnded = true
    else if (!(byte === COMMA && this.inArray && !this.arrayEnded && this.row > 0))
      throw refused(`This is no list of JSON objects: byte ${place + 1} does not belong between two of them.`)
    return false
  }

  private withinString(byte: number): void {
    if (this.escaped) this.escaped = false
    else if (byte === ESCAPE) this.escaped = true
    else if (byte === QUOTE) this.inString = false
  }

  /** A byte within a value, outside its strings; true when the value ends with it. */
  private within(byte: number): boolean {
    if (byte === QUOTE) this.inString = true
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.depth += 1
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.depth -= 1
    return this.depth === 0
  }

  private keep(part: Buffer): void {
    this.held += part.length
    if (this.held > LONGEST)
      throw refused(
        `Record ${this.row + 1} is longer than 64 MiB. Have the scanner write one finding a line, or a list.`,
      )
    // The chunk belongs to whoever read it and may be filled anew.
    this.parts.push(Buffer.from(part))
  }

  private cut(last: Buffer): JsonDocument {
    const text = this.parts.length === 0 ? last.toString('utf8') : Buffer.concat([...this.parts, last]).toString('utf8')
    this.parts = []
    this.held = 0
    this.row += 1
    return { row: this.row, text }
  }
}

const refused = (detail: string): AppError => new AppError('invalid', { detail })
