/** The whole vocabulary of failure. Adding a code here is the only way to add an HTTP status. */
export const ERRORS = {
  'bad-request': { status: 400, title: 'The request could not be read' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'step-up': { status: 401, title: 'Prove that it is you once more' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'No such resource' },
  conflict: { status: 409, title: 'The resource is not in a state that allows this' },
  'too-large': { status: 413, title: 'The file is too large' },
  'unsupported-media': { status: 415, title: 'This kind of content is not accepted here' },
  invalid: { status: 422, title: 'Some of the input is not valid' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something failed on our side' },
  unavailable: { status: 503, title: 'The service is not ready' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof ERRORS

/** One thing wrong with the input: where (row is the 1-based line of a file), which field, and why, in words for its author. */
export type Problem = { row?: number; field: string; reason: string }

/** Refusals that a page explains in its own words. */
const TOLD_TO_PAGES: ReadonlySet<ErrorCode> = new Set(['step-up', 'forbidden', 'too-many-requests'])

type Context = {
  /** Public: shown to the caller. */
  detail?: string
  /** Public: what is wrong, field by field. */
  problems?: readonly Problem[]
  /** Public: how long to wait before another try can succeed. */
  retryAfterSeconds?: number
  /** Private: goes to the log only. */
  reason?: string
  cause?: unknown
}

/** A failure the caller is told about by code; `detail` and `problems` are public, `reason` and `cause` stay in the log. */
export class AppError extends Error {
  readonly detail: string | undefined
  readonly problems: readonly Problem[]
  readonly retryAfterSeconds: number | undefined
  readonly reason: string | undefined
  /** What a page that failed tells the browser, which can ask for a proof but sees no message; Next makes up all others. */
  readonly digest: string | undefined

  constructor(
    readonly code: ErrorCode,
    context: Context = {},
  ) {
    super(context.detail ?? ERRORS[code].title, { cause: context.cause })
    this.name = 'AppError'
    this.detail = context.detail
    this.problems = context.problems ?? []
    this.retryAfterSeconds = context.retryAfterSeconds
    this.reason = context.reason
    this.digest = TOLD_TO_PAGES.has(code) ? code : undefined
  }
}
