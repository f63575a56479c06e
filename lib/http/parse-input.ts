import type { z } from 'zod'
import { AppError, type ErrorCode } from '@/lib/kernel/app-error'
import { issueText } from './issue-text'
import { nulFields } from './nul-fields'

/** Parses one part of a request; what is wrong is named field by field. */
export function parseInput(schema: z.ZodType | undefined, value: unknown, code: ErrorCode): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value, { error: issueText })
  const nul = nulFields(value).map((field) => ({ field, reason: 'must not hold a NUL character' }))
  if (parsed.success && nul.length === 0) return parsed.data
  if (code === 'not-found') throw new AppError('not-found')
  const issues = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.') || 'body',
    reason: message,
  }))
  const problems = [...issues, ...nul]
  throw new AppError(code, { problems, detail: problems.map((p) => `${p.field}: ${p.reason}`).join('; ') })
}
