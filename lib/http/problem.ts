import { type AppError, ERRORS } from '@/lib/kernel/app-error'

const PROBLEM_BASE = 'https://proofline.dev/problems'

/** An RFC 9457 problem. `detail` and `problems` are public; reason and cause stay in the log under the same request id. */
export const problemOf = (error: AppError, instance: string, requestId: string): Response =>
  Response.json(
    {
      type: `${PROBLEM_BASE}/${error.code}`,
      ...ERRORS[error.code],
      ...(error.detail ? { detail: error.detail } : {}),
      ...(error.problems.length > 0 ? { problems: error.problems } : {}),
      instance,
      requestId,
    },
    {
      status: ERRORS[error.code].status,
      headers: {
        'content-type': 'application/problem+json',
        'x-request-id': requestId,
        'cache-control': 'no-store',
        ...(error.retryAfterSeconds ? { 'retry-after': String(error.retryAfterSeconds) } : {}),
      },
    },
  )
