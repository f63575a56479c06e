import { expect, test } from 'vitest'
import type { FactPage, Step } from './collector'
import { afterDeadline, afterFailure, afterPage, type Progress } from './progress'
import { SourceError } from './source-error'

const BEGIN: Progress = { step: 0, cursor: null, pages: 0, items: 0, calls: 0, coverage: [] }
const read = () => Promise.reject(new Error('not read here'))
const LIST: Step = { operation: 's3:ListBuckets', operations: ['s3:ListBuckets', 's3:GetBucketPolicy'], read }
const MORE: Step = { operation: 's3:ListPoints', operations: ['s3:ListPoints'], read }

const page = (items: number, next: string | null): FactPage => ({
  resources: [],
  next,
  calls: 1,
  coverage: [{ operation: 's3:ListBuckets', pages: 1, items, error: null }],
})
const causes = ({ coverage }: Progress) =>
  coverage.map(({ operation, pages, error }) => [operation, pages, error?.cause ?? null])

test('a step goes on at its cursor and ends without one; what it had nothing to ask of was read in full', () => {
  const first = afterPage(BEGIN, LIST, page(2, 'token'))
  expect([first.step, first.cursor, first.pages, first.calls]).toEqual([0, 'token', 1, 1])
  expect(causes(first)).toEqual([['s3:ListBuckets', 1, null]])
  const last = afterPage(first, LIST, page(0, null))
  expect([last.step, last.cursor, last.pages]).toEqual([1, null, 2])
  expect(causes(last)).toEqual([
    ['s3:GetBucketPolicy', 0, null],
    ['s3:ListBuckets', 2, null],
  ])
})

test('a list that is refused in the middle keeps its pages, and what hangs on it was not collected', () => {
  const first = afterPage(BEGIN, LIST, page(2, 'token'))
  const told = {
    unread: 'denied',
    operation: 's3:ListBuckets',
    code: 'AccessDenied',
    message: 'no\n\u0007rights',
  } as const
  const after = afterFailure(first, LIST, new SourceError(told))
  expect([after.step, after.cursor, after.pages]).toEqual([1, null, 1])
  expect(causes(after)).toEqual([
    ['s3:GetBucketPolicy', 0, 'not_collected'],
    ['s3:ListBuckets', 1, 'denied'],
  ])
  expect(after.coverage[1]?.error?.message).toBe('no rights')
})

test('an error in another operation than its own stops the list as well', () => {
  const told = { unread: 'unsupported', operation: 's3:GetBucketPolicy', code: '501', message: 'no' } as const
  expect(causes(afterFailure(BEGIN, LIST, new SourceError(told)))).toEqual([
    ['s3:GetBucketPolicy', 0, 'unsupported'],
    ['s3:ListBuckets', 0, 'unsupported'],
  ])
})

test('after the deadline everything that is left is unavailable, and what was read stays read', () => {
  const done = afterPage(BEGIN, MORE, {
    ...page(1, null),
    coverage: [{ operation: 's3:ListPoints', pages: 1, items: 1, error: null }],
  })
  expect(causes(afterDeadline(done, [MORE, LIST], 5))).toEqual([
    ['s3:GetBucketPolicy', 0, 'unavailable'],
    ['s3:ListBuckets', 0, 'unavailable'],
    ['s3:ListPoints', 1, null],
  ])
  const amid = afterPage(BEGIN, LIST, page(1, 'token'))
  expect(causes(afterDeadline(amid, [LIST], 5))).toEqual([
    ['s3:GetBucketPolicy', 0, 'unavailable'],
    ['s3:ListBuckets', 1, 'unavailable'],
  ])
})
