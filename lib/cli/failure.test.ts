import { afterEach, describe, expect, test, vi } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { failureText, reportFailure } from './failure'

describe('what a person at a terminal reads', () => {
  test('a failure we foresaw says its detail, and each problem with row and field', () => {
    const error = new AppError('invalid', {
      detail: 'Two rows cannot be read.',
      problems: [
        { row: 7, field: 'resolvedAt', reason: 'is before detectedAt' },
        { field: '--zone', reason: 'is no time zone' },
      ],
      reason: 'for the log only',
    })
    expect(failureText(error, false)).toBe(
      'Two rows cannot be read.\n  row 7, resolvedAt: is before detectedAt\n  --zone: is no time zone',
    )
  })

  test('without a detail its title speaks, and the reason, since whoever reads it owns the machine', () => {
    expect(failureText(new AppError('not-found'), false)).toBe('No such resource')
    const reason = 'the key k-1 is not known here'
    expect(failureText(new AppError('unavailable', { reason }), false)).toBe(`The service is not ready: ${reason}`)
  })

  test('one we did not foresee is called ours, without a stack', () => {
    const text = failureText(new TypeError('x is undefined'), false)
    expect(text).toContain('Something failed on our side: x is undefined')
    expect(text).not.toContain('failure.test')
  })

  test('somebody who debugs sees the stack and what caused it', () => {
    const text = failureText(new Error('outer', { cause: new Error('inner') }), true)
    expect(text).toMatch(/outer[\s\S]*failure\.test[\s\S]*Caused by: Error: inner/)
  })

  test('even something that is no error is told', () => {
    expect(failureText('broken', false)).toContain('broken')
  })
})

describe('what is written to the terminal', () => {
  afterEach(() => void vi.restoreAllMocks())

  test('has no secret in it, neither ours nor one that a message carries', () => {
    const ours = Buffer.alloc(32, 5)
    overrideEnv({ keys: [ours], databaseUrl: 'postgresql://app:hunter2@db/x', debug: true })
    const lines: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((part) => lines.push(String(part)) > 0)
    const cause = new Error(`client_secret=hunter3, key ${ours.toString('base64')}`)
    const code = reportFailure(new Error('could not log in with hunter2, token=hunter4', { cause }))
    overrideEnv({ keys: [], databaseUrl: null, debug: false })
    expect(code).toBe(1)
    expect(lines.join('')).toMatch(/could not log in with \[redacted][\s\S]*Caused by/)
    expect(lines.join('')).not.toMatch(/hunter[234]|BQUFBQUF/)
  })
})
