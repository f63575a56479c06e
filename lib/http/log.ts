import { AppError } from '@/lib/kernel/app-error'

/** One JSON line on standard error per failure that is ours to mend. Bodies, tokens and cookies are never in it. */
export function logFailure(error: unknown, request: { id: string; method: string; path: string }): void {
  const ours = !(error instanceof AppError) || error.code === 'internal' || error.code === 'unavailable'
  if (!ours) return
  const line = { level: 'error', at: new Date().toISOString(), request, error: toRecord(error) }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

function toRecord(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const reason = error instanceof AppError ? error.reason : undefined
  return { message: error.message, reason, stack: error.stack, cause: error.cause ? toRecord(error.cause) : undefined }
}
