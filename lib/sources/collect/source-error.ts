import type { UnknownCause } from '@/lib/model/resource'

/** Why a source did not answer an operation. `retryAfterMs` is what it asked for; `permanent` says that asking again is idle. */
export class SourceError extends Error {
  readonly unread: UnknownCause
  readonly operation: string
  readonly code: string
  readonly retryAfterMs: number | null

  constructor(told: {
    unread: UnknownCause
    operation: string
    code: string
    /** One line without secrets. */
    message: string
    retryAfterMs?: number | null
    cause?: unknown
  }) {
    super(told.message, { cause: told.cause })
    this.name = 'SourceError'
    this.unread = told.unread
    this.operation = told.operation
    this.code = told.code
    this.retryAfterMs = told.retryAfterMs ?? null
  }

  /** Refused and unsupported stay so; what was unavailable may come back. */
  get mayRecover(): boolean {
    return this.unread === 'unavailable'
  }
}
