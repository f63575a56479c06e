import { env } from '@/lib/env'
import { knownSecrets } from '@/lib/env/known-secrets'
import { AppError, ERRORS } from '@/lib/kernel/app-error'
import { redactText } from '@/lib/kernel/redact'

/** A failure of a command whose exit codes say more than that it failed. */
export class ExitWith extends Error {
  constructor(
    readonly code: number,
    cause: unknown,
  ) {
    super('the command failed', { cause })
  }
}

/** Writes why a command failed to standard error and returns its exit code. Standard output stays a JSON document or empty. */
export function reportFailure(error: unknown): number {
  if (error instanceof ExitWith) {
    reportFailure(error.cause)
    return error.code
  }
  process.stderr.write(`${redactText(failureText(error, isDebugging()), knownSecrets())}\n`)
  return 1
}

/**
 * What a person at a terminal reads. An AppError tells its detail, or its reason, since whoever runs commands owns the
 * machine, and each problem with row and field; anything else is ours, and only its message is shown unless somebody debugs.
 */
export function failureText(error: unknown, debug: boolean): string {
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ''}${causes(error)}` : ''
  if (error instanceof AppError) {
    const problems = error.problems.map(
      ({ row, field, reason }) => `\n  ${row ? `row ${row}, ` : ''}${field}: ${reason}`,
    )
    const { title } = ERRORS[error.code]
    return `${error.detail ?? (error.reason ? `${title}: ${error.reason}` : title)}${problems.join('')}${stack}`
  }
  const message = error instanceof Error ? error.message : String(error)
  return `${ERRORS.internal.title}: ${message}${stack || '\n(PROOFLINE_DEBUG=1 shows where)'}`
}

function causes(error: Error): string {
  return error.cause instanceof Error
    ? `\nCaused by: ${error.cause.stack ?? error.cause.message}${causes(error.cause)}`
    : ''
}

function isDebugging(): boolean {
  try {
    return env().debug
  } catch {
    return false
  }
}
