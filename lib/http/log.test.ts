import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import { logFailure } from './log'

let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
})
afterEach(() => void vi.restoreAllMocks())

const REQUEST = { id: '1', method: 'POST', path: '/api/v1/orgs', address: '203.0.113.7' }
const logged = (error: unknown, path = REQUEST.path) => {
  logFailure(error, { ...REQUEST, path })
  return lines.map((line) => JSON.parse(line))
}

test('a failure of ours is one line with its cause', () => {
  const cause = new Error('connection refused')
  const [line, ...more] = logged(new AppError('internal', { reason: 'no rows', cause }))
  expect(more).toEqual([])
  expect(line).toMatchObject({ level: 'error', request: REQUEST, error: { reason: 'no rows' } })
  expect(line.error.cause.message).toBe('connection refused')
})

test('something thrown that is no error of ours is a failure of ours', () => {
  expect(logged(new TypeError('x is undefined'))[0]).toMatchObject({ level: 'error' })
  expect(logged('oops')[1]).toMatchObject({ error: { message: 'oops' } })
})

test.each([
  ['a proof that failed', new AppError('unauthenticated', { cause: new Error('signature') }), 'signature'],
  ['a change from elsewhere', new AppError('forbidden'), undefined],
  ['a rate used up', new AppError('too-many-requests', { reason: 'door' }), undefined],
])('%s is one line that says from where', (_, error, cause) => {
  expect(logged(error)).toEqual([
    expect.objectContaining({ level: 'warn', request: REQUEST, error: expect.objectContaining({ code: error.code }) }),
  ])
  expect(JSON.parse(lines[0] ?? '').error.cause).toBe(cause)
})

test.each([
  new AppError('unauthenticated'),
  new AppError('too-many-requests'),
  new AppError('invalid', { reason: 'x' }),
  new AppError('not-found'),
])('$code that shows nobody trying is no news', (error) => {
  expect(logged(error)).toEqual([])
})

test('a path cannot begin a line of its own', () => {
  logged(new AppError('internal'), '/a\r\n{"level":"error","at":"forged"}\u2028')
  expect(lines).toHaveLength(1)
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/)
})
