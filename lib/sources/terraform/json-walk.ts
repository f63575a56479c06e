import { Tokenizer, TokenType } from '@streamparser/json'
import { type Build, startBuild } from './json-build'
import { placeOf, TerraformFault } from './terraform-fault'

export type Path = readonly (string | number)[]

/** What is wanted of the value at a path: to hold it, to be asked of its children, or nothing. */
export type Want = 'keep' | 'enter' | 'skip'

export type Visitor = {
  want(path: Path): Want
  /** A value that was kept, whole; or one that was to be entered and has no inside. */
  value(path: Path, value: unknown): void
  /** A value that was entered has ended. */
  leave(path: Path): void
}

export type WalkLimits = {
  /** Levels of nesting. */
  depth: number
  /** Bytes of one kept value, and of one string anywhere. */
  valueBytes: number
  stringBytes: number
  /** Bytes of all kept values together: what whoever made the file can make the reader hold. */
  keptBytes: number
}

/** Members of one object that was entered. */
const MOST_NAMES = 100_000

type Frame = { array: boolean; entered: boolean; seen: Set<string> | null }
type Token = { token: TokenType; value?: unknown; offset: number }

/**
 * Reads one JSON document from a stream and holds only the values a visitor wants; what it does not want is checked for
 * form and let go. Memory is that of one kept value. Throws `TerraformFault` where the text is not JSON, ends early, has
 * something after its end, nests too deep, or holds too large a value.
 */
export async function walkJson(
  chunks: AsyncIterable<Uint8Array>,
  visitor: Visitor,
  limits: WalkLimits,
): Promise<{ bytes: number }> {
  const walk = new Walk(visitor, limits)
  const tokenizer = new Tokenizer()
  tokenizer.onToken = (token) => walk.token(token as Token)
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    walk.feed(tokenizer, chunk)
    if (bytes - walk.lastOffset > limits.stringBytes + chunk.byteLength) throw walk.fault('a text is too long')
  }
  walk.end(tokenizer, bytes)
  return { bytes }
}

const OPENS: ReadonlySet<TokenType> = new Set([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET])
const SCALARS: ReadonlySet<TokenType> = new Set([
  TokenType.TRUE,
  TokenType.FALSE,
  TokenType.NULL,
  TokenType.STRING,
  TokenType.NUMBER,
])

class Walk {
  lastOffset = 0
  private readonly path: (string | number)[] = []
  private readonly frames: Frame[] = []
  private expect: 'value' | 'first' | 'key' | 'first-key' | 'colon' | 'next' | 'end' = 'value'
  private build: Build | null = null
  private buildFrom = 0
  private kept = 0

  constructor(
    private readonly visitor: Visitor,
    private readonly limits: WalkLimits,
  ) {}

  feed(tokenizer: Tokenizer, chunk: Uint8Array): void {
    try {
      tokenizer.write(chunk)
    } catch (cause) {
      if (cause instanceof TerraformFault) throw cause
      throw this.fault('it is not JSON', cause)
    }
  }

  end(tokenizer: Tokenizer, bytes: number): void {
    if (bytes === 0) throw new TerraformFault('The file is empty.')
    try {
      if (!tokenizer.isEnded) tokenizer.end()
    } catch (cause) {
      throw this.fault(`it ends too early, after ${bytes} bytes`, cause)
    }
    if (this.expect !== 'end') throw this.fault(`it ends too early, after ${bytes} bytes`)
  }

  /** Names keys of the format only: what stands deeper may be anybody's data. */
  fault(what: string, cause?: unknown): TerraformFault {
    return new TerraformFault(
      `The file cannot be read: ${what}, near byte ${this.lastOffset}${placeOf(this.path)}.`,
      cause,
    )
  }

  token({ token, value, offset }: Token): void {
    this.lastOffset = offset
    if (this.expect === 'end') throw this.fault('something follows its end')
    if (this.expect === 'colon') this.colon(token)
    else if (this.expect === 'next') this.next(token)
    else if (this.expect === 'key' || this.expect === 'first-key') this.key(token, value)
    else if (this.expect === 'first' && token === TokenType.RIGHT_BRACKET) this.close()
    else if (OPENS.has(token)) this.open(token === TokenType.LEFT_BRACKET)
    else if (SCALARS.has(token)) this.scalar(value)
    else throw this.fault('a value is missing')
  }

  private colon(token: TokenType): void {
    if (token !== TokenType.COLON) throw this.fault('a colon is missing')
    this.expect = 'value'
  }

  private key(token: TokenType, value: unknown): void {
    if (this.expect === 'first-key' && token === TokenType.RIGHT_BRACE) {
      this.close()
      return
    }
    if (token !== TokenType.STRING || typeof value !== 'string') throw this.fault('a name is missing')
    const seen = this.frames.at(-1)?.seen
    if (seen?.has(value)) throw this.fault('a name stands twice')
    seen?.add(value)
    if (seen && seen.size > MOST_NAMES) throw this.fault('an object has too many members')
    this.path[this.path.length - 1] = value
    this.expect = 'colon'
  }

  private next(token: TokenType): void {
    const frame = this.frames.at(-1)
    if (token === TokenType.COMMA && frame) {
      const last = this.path.length - 1
      if (frame.array) this.path[last] = Number(this.path[last]) + 1
      this.expect = frame.array ? 'value' : 'key'
      return
    }
    const closing = frame?.array ? TokenType.RIGHT_BRACKET : TokenType.RIGHT_BRACE
    if (token !== closing) throw this.fault('a comma or a bracket is missing')
    this.close()
  }

  private scalar(value: unknown): void {
    if (this.build) {
      this.build.add(this.path.at(-1) ?? '', value)
      this.checkSize()
    } else if (this.isAsked() && this.visitor.want(this.path) !== 'skip') {
      this.keep(typeof value === 'string' ? value.length : 0)
      this.visitor.value(this.path, value)
    }
    this.ended()
  }

  private open(array: boolean): void {
    if (this.frames.length >= this.limits.depth) throw this.fault('it is nested too deep')
    if (this.build) this.build.open(this.path.at(-1) ?? '', array)
    const want = this.build === null && this.isAsked() ? this.wanted() : 'skip'
    if (want === 'keep') {
      this.build = startBuild(this.frames.length, array)
      this.buildFrom = this.lastOffset
    }
    const entered = want === 'enter'
    this.frames.push({ array, entered, seen: entered && !array ? new Set() : null })
    this.path.push(array ? 0 : '')
    this.expect = array ? 'first' : 'first-key'
  }

  private close(): void {
    const frame = this.frames.pop()
    this.path.pop()
    if (this.build) {
      const bytes = this.checkSize()
      if (this.build.depth === this.frames.length) {
        this.keep(bytes)
        this.visitor.value(this.path, this.build.root)
        this.build = null
      } else this.build.close()
    } else if (frame?.entered) this.visitor.leave(this.path)
    this.ended()
  }

  private ended(): void {
    this.expect = this.frames.length === 0 ? 'end' : 'next'
  }

  private wanted(): Want {
    return this.frames.length === 0 ? 'enter' : this.visitor.want(this.path)
  }

  private isAsked(): boolean {
    return this.frames.length === 0 || this.frames.at(-1)?.entered === true
  }

  private checkSize(): number {
    const bytes = this.lastOffset - this.buildFrom
    if (bytes > this.limits.valueBytes) throw this.fault('a value is too large')
    return bytes
  }

  private keep(bytes: number): void {
    this.kept += bytes
    if (this.kept > this.limits.keptBytes) throw this.fault('it holds too much')
  }
}
