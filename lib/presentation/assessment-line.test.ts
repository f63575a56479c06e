import { expect, test } from 'vitest'
import { assessmentLine } from './assessment-line'

const told = {
  state: 'approved' as const,
  framework: '0.1',
  createdBy: 'Ines Okafor',
  createdAt: '2026-11-01T08:00:00.000Z',
  submittedBy: 'Ines Okafor',
  submittedAt: '2026-11-19T08:00:00.000Z',
  approvedBy: 'Tomas Lind',
  approvedAt: '2026-11-20T08:00:00.000Z',
}

test('everybody who acted so far is named with the day, and the framework with its version', () => {
  expect(assessmentLine({ ...told, state: 'draft' })).toBe('Begun by Ines Okafor on 1 Nov 2026. Framework 0.1.')
  expect(assessmentLine({ ...told, state: 'submitted' })).toBe(
    'Submitted by Ines Okafor on 19 Nov 2026. Framework 0.1.',
  )
  expect(assessmentLine(told)).toBe(
    'Approved by Tomas Lind on 20 Nov 2026, submitted by Ines Okafor on 19 Nov 2026. Framework 0.1.',
  )
})
