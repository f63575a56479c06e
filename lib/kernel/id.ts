import { v5, v7, validate } from 'uuid'
import { AppError } from './app-error'

/** A new UUIDv7: ordered by creation time, so primary keys stay append-friendly. */
export const newId = (): string => v7()

const NAMESPACE = '6f1d3a52-7f0e-5d0b-9a57-4f2c6d0b8e11'

/** The same UUIDv5 for the same parts, for rows that are derived and may be written again. */
export const derivedId = (...parts: readonly string[]): string => v5(parts.join('\u001f'), NAMESPACE)

/** Lower-case UUID or `not-found`: a malformed id must look exactly like an id that does not exist. */
export function parseId(text: string): string {
  if (!validate(text)) throw new AppError('not-found')
  return text.toLowerCase()
}
