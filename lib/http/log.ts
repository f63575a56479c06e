import { knownSecrets } from '@/lib/env/known-secrets'
import { AppError, type ErrorCode } from '@/lib/kernel/app-error'
import { redact } from '@/lib/kernel/redact'

export type LoggedRequest = { id: string; method: string; path: string; address: string | null }

const OURS = new Set<ErrorCode>(['internal', 'unavailable'])
/** Refusals that somebody who watches over an installation looks for. */
const WATCHED = new Set<ErrorCode>(['unauthenticated', 'too-many-requests'])

/**
 * One JSON line on standard error per failure that is ours to mend, and per refusal that shows somebody trying: a proof
 * that failed, a change from elsewhere, a rate used up. Who merely is not signed in is no news. Bodies, tokens, cookies and
 * queries are never in it.
 */
export function logFailure(error: unknown, request: LoggedRequest): void {
  if (!(error instanceof AppError) || OURS.has(error.code)) write('error', request, toRecord(error))
  else if (isNews(error))
    write('warn', request, { code: error.code, reason: error.reason, cause: messageOf(error.cause) })
}

const isNews = ({ code, reason, cause }: AppError): boolean =>
  code === 'forbidden' || (WATCHED.has(code) && (reason !== undefined || cause !== undefined))

function write(level: 'error' | 'warn', request: LoggedRequest, error: object): void {
  const line = redact({ level, at: new Date().toISOString(), request, error }, knownSecrets())
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

const messageOf = (cause: unknown): string | undefined => (cause instanceof Error ? cause.message : undefined)

function toRecord(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const reason = error instanceof AppError ? error.reason : undefined
  return { message: error.message, reason, stack: error.stack, cause: error.cause ? toRecord(error.cause) : undefined }
}
