import { AppError } from '@/lib/kernel/app-error'
import { redactText } from '@/lib/kernel/redact'
import type { UnknownCause } from '@/lib/model/resource'
import { SourceError } from '@/lib/sources/collect/source-error'
import { record, text } from './facts/json'

const LONGEST = 300

function causeOf(status: number): UnknownCause {
  if (status === 401 || status === 403) return 'denied'
  return status === 408 || status === 429 || status >= 500 ? 'unavailable' : 'unsupported'
}

/** What an API server meant by a status that is no answer; its Status object (`meta/v1`) says why, when there is one. */
export function statusError(status: number, body: unknown, retryAfter: string | null, operation: string): SourceError {
  const said = record(body)
  const message = text(said.message) ?? `the server answered ${status}`
  const seconds = retryAfter !== null && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : null
  return new SourceError({
    unread: causeOf(status),
    operation,
    code: text(said.reason) || String(status),
    message: redactText(message).replaceAll(/\s+/g, ' ').slice(0, LONGEST),
    retryAfterMs: seconds === null ? null : seconds * 1000,
  })
}

/** What the guard or the line said instead of an answer. */
export function lineError(cause: unknown, operation: string): SourceError {
  if (cause instanceof SourceError) return cause
  const refused = cause instanceof AppError && cause.code === 'invalid'
  return new SourceError({
    unread: 'unavailable',
    operation,
    code: refused ? 'AddressRefused' : 'NoAnswer',
    message: cause instanceof AppError ? cause.message : 'the server gave no usable answer',
    cause,
  })
}

/** An answer of another shape than the operation's. An empty object is one: nothing was said, so nothing is known. */
export const shapeError = (operation: string, message: string): SourceError =>
  new SourceError({ unread: 'unsupported', operation, code: 'UnexpectedAnswer', message })
