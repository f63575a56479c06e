import { expect, test } from 'vitest'
import { resultsDocument } from '@/lib/testing/oscal-documents'
import type { AssessmentResult } from './assessment-results-shape'
import { controlOfTarget, nistControlId } from './control-of-target'
import { latestJudgements } from './latest-judgements'
import { assessmentResultsOf } from './read-assessment-results'
import { resultAudit } from './result-audit'

type Judged = Parameters<typeof resultsDocument>[0]

function resultOf(judged: Judged, end: string): AssessmentResult {
  const read = assessmentResultsOf(resultsDocument(judged))
  const [result] = 'faults' in read ? [] : read.results
  if (!result) throw new Error('the document was refused')
  return { ...result, end }
}

test('of several results the latest that judges a target counts, whatever their order in the document', () => {
  const failed = resultOf([{ target: 'iam-02_obj', state: 'not-satisfied' }], '2025-11-01T00:00:00Z')
  const passed = resultOf([{ target: 'iam-02_obj', state: 'satisfied' }], '2025-11-01T01:30:00+01:00')
  const other = resultOf([{ target: 'net-01_obj', state: 'satisfied' }], '2025-12-01T00:00:00Z')
  for (const results of [
    [failed, passed, other],
    [other, passed, failed],
  ]) {
    const judged = latestJudgements(results)
    const states = Object.fromEntries(judged.map(({ target, findings }) => [target, findings[0]?.target.status.state]))
    expect(states).toEqual({ 'iam-02_obj': 'satisfied', 'net-01_obj': 'satisfied' })
  }
})

test('controls are counted once, and a control without a finding not at all', () => {
  const result = resultOf(
    [
      { target: 'ac-2_smt.a', state: 'satisfied' },
      { target: 'ac-2_smt.b', state: 'not-satisfied' },
      { target: 'ac-3_obj', state: 'satisfied' },
    ],
    '2025-11-01T00:00:00Z',
  )
  expect(resultAudit(result)).toEqual({ assessed: 2, passed: 1, failed: 1 })
  expect(resultAudit({ ...result, findings: undefined })).toEqual({ assessed: 0, passed: 0, failed: 0 })
})

test('a target leads to its control, and an id of SP 800-53 to how it is printed', () => {
  expect(['ac-6.1_obj', 'iam-02_smt.a', 'iam-02', '_smt', 's1.1.1_stm'].map(controlOfTarget)).toEqual([
    'ac-6.1',
    'iam-02',
    'iam-02',
    '_smt',
    's1.1.1',
  ])
  expect(['ac-2', 'ac-02.01', 'AC-2', 'iam-02', 'ac-2.1.1'].map(nistControlId)).toEqual([
    'AC-2',
    'AC-2(1)',
    null,
    null,
    null,
  ])
})
