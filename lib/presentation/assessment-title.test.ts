import { expect, test } from 'vitest'
import { assessmentTitle } from './assessment-title'

const told = (state: 'draft' | 'submitted' | 'approved', answered = 15) => ({
  name: 'Q4 payments',
  state,
  answered,
  asOf: '2026-11-19',
})

test('a draft says how far it is, and when it can be handed over', () => {
  const nothing = { stage: null, score: null }
  expect(assessmentTitle(told('draft'), 39, 'Meridian', nothing)).toBe('Q4 payments: 15 of 39 capabilities answered')
  expect(assessmentTitle(told('draft', 39), 39, 'Meridian', nothing)).toBe(
    'Q4 payments is complete and can be submitted',
  )
})

test('a submitted one says that it waits, and never what it would come to', () => {
  expect(assessmentTitle(told('submitted'), 39, 'Meridian', { stage: 3, score: 100 })).toBe(
    'Q4 payments waits for approval',
  )
})

test('an approved one says where the organization stood on its day, or that it had no stage', () => {
  const said = (stage: 0 | 1 | null, score: number | null) =>
    assessmentTitle(told('approved'), 39, 'Meridian', { stage, score })
  expect(said(1, 40)).toBe('Meridian was at Initial on 19 Nov 2026')
  expect(said(null, 40)).toBe('Meridian had no overall stage on 19 Nov 2026')
  expect(said(null, null)).toBe('Meridian had nothing assessed on 19 Nov 2026')
})
