import { expect, test } from 'vitest'
import { capabilities } from '@/lib/framework/capabilities'
import { assessmentProgress, firstUnanswered, neighboursOf } from './assessment-progress'

const assessed = (capability: string) => ({ capability, status: 'assessed' as const, stage: 2 as const })
const excluded = (capability: string) => ({ capability, status: 'not_applicable' as const, stage: null })

test('every capability of the framework stands under its layer once, answered or not', () => {
  const progress = assessmentProgress([])
  expect(progress.flatMap((layer) => layer.capabilities.map((one) => one.id))).toEqual(
    capabilities.map((one) => one.id),
  )
  expect(progress.every((layer) => layer.answered === 0)).toBe(true)
})

test('not applicable is an answer, and an answer outside the framework counts nowhere', () => {
  const progress = assessmentProgress([assessed('IAM-01'), excluded('IAM-02'), assessed('IAM-99')])
  expect(progress.map((layer) => layer.answered)).toEqual([2, 0, 0, 0, 0])
  expect(progress[0]?.capabilities.slice(0, 3).map(({ status, stage }) => ({ status, stage }))).toEqual([
    { status: 'assessed', stage: 2 },
    { status: 'not_applicable', stage: null },
    { status: 'unanswered', stage: null },
  ])
})

test('the first gap is found in the order of the framework, and none when all is answered', () => {
  expect(firstUnanswered([assessed('IAM-01'), assessed('IAM-03')])?.id).toBe('IAM-02')
  expect(firstUnanswered(capabilities.map((one) => assessed(one.id)))).toBeNull()
})

test('neighbours cross from one layer into the next and end at either end', () => {
  const last = capabilities.at(-1)?.id ?? ''
  expect(neighboursOf('IAM-01').previous).toBeNull()
  expect(neighboursOf('IAM-08').next?.id).toBe('NET-01')
  expect(neighboursOf(last).next).toBeNull()
  expect(neighboursOf('IAM-99')).toEqual({ previous: null, next: null })
})
