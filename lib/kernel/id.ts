import { parse, v5, v7, validate } from 'uuid'
import { AppError } from './app-error'

/** A new UUIDv7: ordered by creation time, so primary keys stay append-friendly. */
export const newId = (): string => v7()

const ID_BYTES = 16
/** As many random bytes as one call may ask for. */
const MOST_RANDOM = 65_536

/** `count` new UUIDv7 (at most 4,096), in order: asking for randomness once a batch is several times faster than once an id. */
export function newIds(count: number): string[] {
  if (count * ID_BYTES > MOST_RANDOM) throw new RangeError(`${count} ids are more than one batch`)
  const random = crypto.getRandomValues(new Uint8Array(count * ID_BYTES))
  const [first = 0] = crypto.getRandomValues(new Uint32Array(1))
  const msecs = Date.now()
  // The sequence starts anywhere in its lower half, so that counting on never wraps around.
  return Array.from({ length: count }, (_, i) =>
    v7({ random: random.subarray(i * ID_BYTES, (i + 1) * ID_BYTES), msecs, seq: (first >>> 1) + i }),
  )
}

/** As bytes, and names as bytes below: tens of thousands of ids are derived at a time. */
const NAMESPACE = parse('6f1d3a52-7f0e-5d0b-9a57-4f2c6d0b8e11')
const UTF_8 = new TextEncoder()

/** The same UUIDv5 for the same parts, for rows that are derived and may be written again. */
export const derivedId = (...parts: readonly string[]): string => v5(UTF_8.encode(parts.join('\u001f')), NAMESPACE)

/** Lower-case UUID or `not-found`: a malformed id must look exactly like an id that does not exist. */
export function parseId(text: string): string {
  if (!validate(text)) throw new AppError('not-found')
  return text.toLowerCase()
}
