import { describe, expect, test } from 'vitest'
import { assessmentsTitle } from './assessments-title'

const tally = (drafts: number, submitted: number, approved: number, more = false) => ({
  drafts,
  submitted,
  approved,
  more,
})

describe('the title of the assessments', () => {
  test('what waits for a person comes first', () => {
    expect(assessmentsTitle(tally(3, 2, 9))).toBe('Two assessments wait for approval')
    expect(assessmentsTitle(tally(0, 1, 0))).toBe('One assessment waits for approval')
    expect(assessmentsTitle(tally(0, 200, 0, true))).toBe('More than 200 assessments wait for approval')
  })

  test('then what is being written, then that nothing waits, then that there is nothing', () => {
    expect(assessmentsTitle(tally(1, 0, 4))).toBe('One assessment is being written, none waits for approval')
    expect(assessmentsTitle(tally(13, 0, 4))).toBe('13 assessments are being written, none waits for approval')
    expect(assessmentsTitle(tally(0, 0, 1))).toBe('Nothing waits: every assessment is approved')
    expect(assessmentsTitle(tally(0, 0, 0))).toBe('No assessment yet')
  })
})
