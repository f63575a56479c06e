import type { Coverage } from '@/lib/model/coverage'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Reading } from '@/lib/model/resource'
import type { Cursor, FactPage, ReadContext } from '@/lib/sources/collect/collector'
import { SourceError } from '@/lib/sources/collect/source-error'
import type { AwsOperation } from './operations'
import { attemptsOf, isGone, toSourceError } from './source-answer'

type Options = { abortSignal: AbortSignal }
type Call<Answer> = (options: Options) => Promise<Answer>
type Tally = { pages: number; items: number; error: Coverage['error'] }

/** What an answer to one item came to. `gone`: the thing itself is not there any more. */
export type ItemAnswer<T> = Reading<T> | 'gone'

/** Asks for the sake of one page, and keeps account of what was asked and what became of it. */
export class Asker {
  #calls = 0
  readonly #tallies = new Map<string, Tally>()

  constructor(private readonly context: ReadContext) {}

  /** A page of a list, or an answer about the whole account. Throws SourceError, or what the run was ended with. */
  async page<Answer>(operation: AwsOperation, call: Call<Answer>): Promise<Answer> {
    const answer = await this.#send(operation, call)
    this.#tally(operation).pages += 1
    return answer
  }

  /** A request for the sake of `operation` that is kept account of elsewhere. Throws as `page` does. */
  unrecorded<Answer>(operation: AwsOperation, call: Call<Answer>): Promise<Answer> {
    return this.#send(operation, call)
  }

  /** An answer about one item, which leaves the others readable when it is refused. `toFact` may throw SourceError too. */
  async item<Answer, T>(
    operation: AwsOperation,
    call: Call<Answer>,
    toFact: (answer: Answer) => T,
  ): Promise<ItemAnswer<T>> {
    try {
      const value = toFact(await this.#send(operation, call))
      this.answered(operation)
      return { value }
    } catch (error) {
      this.context.signal.throwIfAborted()
      const told = toSourceError(error, operation)
      if (isGone(told)) return 'gone'
      this.#missed(operation, told)
      return { unread: told.unread, operation, detail: `${told.code}: ${told.message}` }
    }
  }

  /** As `page`, of something that a source may say in so many words is not configured, which gives null. */
  async pageOrAbsent<Answer, T>(
    absent: Absent,
    operation: AwsOperation,
    call: Call<Answer>,
    toFact: (answer: Answer) => T,
  ): Promise<T | null> {
    const answer = await this.page(operation, orNothing(call, absent))
    return answer === NOTHING ? null : toFact(answer)
  }

  /** As `item`, of something that a source may say in so many words is not configured, which gives the value null. */
  itemOrAbsent<Answer, T>(
    absent: Absent,
    operation: AwsOperation,
    call: Call<Answer>,
    toFact: (answer: Answer) => T,
  ): Promise<ItemAnswer<T | null>> {
    return this.item(operation, orNothing(call, absent), (answer) => (answer === NOTHING ? null : toFact(answer)))
  }

  /** Records one answer about one thing, however often it was asked for. */
  answered(operation: AwsOperation): void {
    const tally = this.#tally(operation)
    tally.pages += 1
    tally.items += 1
  }

  /** How many items the pages of an operation held; also none, so that the operation is on record. */
  count(operation: AwsOperation, items: number): void {
    this.#tally(operation).items += items
  }

  /** Marks an operation as not read in full, although the rest of the page stands. */
  incomplete(operation: AwsOperation, error: NonNullable<Coverage['error']>): void {
    this.#tally(operation).error = error
  }

  facts(resources: readonly AnyResource[], next: Cursor): FactPage {
    const coverage = [...this.#tallies].map(([operation, tally]) => ({ operation, ...tally }))
    return { resources, next, calls: this.#calls, coverage }
  }

  async #send<Answer>(operation: AwsOperation, call: Call<Answer>): Promise<Answer> {
    const { signal, pace } = this.context
    await pace()
    signal.throwIfAborted()
    try {
      const answer = await unlessAborted(call({ abortSignal: signal }), signal)
      this.#calls += attemptsOf(answer)
      return answer
    } catch (error) {
      this.#calls += attemptsOf(error)
      signal.throwIfAborted()
      throw toSourceError(error, operation)
    }
  }

  #missed(operation: AwsOperation, { unread, code, message }: SourceError): void {
    const tally = this.#tally(operation)
    if (tally.error && tally.error.items === undefined) return
    const items = (tally.error?.items ?? 0) + 1
    const told = { cause: unread, code, message, items }
    // Items are asked at once; whichever answer comes first, the same one is told.
    tally.error = tally.error && saying(tally.error) <= saying(told) ? { ...tally.error, items } : told
  }

  #tally(operation: AwsOperation): Tally {
    const known = this.#tallies.get(operation)
    if (known) return known
    const made: Tally = { pages: 0, items: 0, error: null }
    this.#tallies.set(operation, made)
    return made
  }
}

/** Whether an error is the source's way of saying that there is nothing. */
export type Absent = (error: unknown) => boolean

const NOTHING = Symbol('nothing is configured')

const orNothing =
  <Answer>(call: Call<Answer>, absent: Absent): Call<Answer | typeof NOTHING> =>
  (options) =>
    call(options).catch((error: unknown) => {
      if (absent(error)) return NOTHING
      throw error
    })

const saying = ({ code, message }: { code: string; message: string }): string => `${code}: ${message}`

/** The SDK notices an abort in the middle of a request, not while it waits for the next try. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, failed) => {
    const stop = () => failed(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work.then(done, failed).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** A field that the operation's answer always has. Throws `unsupported` when it is missing: an empty answer says nothing. */
export function present<T>(value: T | null | undefined, operation: AwsOperation): T {
  if (value !== undefined && value !== null) return value
  throw new SourceError({
    unread: 'unsupported',
    operation,
    code: 'EmptyReply',
    message: 'The answer lacks what it should hold.',
  })
}
