import type { Assessment } from '@/lib/model/assessment'
import { dayText } from './date'

type Told = Pick<
  Assessment,
  'state' | 'createdBy' | 'createdAt' | 'submittedBy' | 'submittedAt' | 'approvedBy' | 'approvedAt' | 'framework'
>

const on = (instant: string | null): string => (instant === null ? '' : ` on ${dayText(instant.slice(0, 10))}`)

/** Who stands behind an assessment and when, and the framework it was answered against. */
export function assessmentLine(one: Told): string {
  const framework = `Framework ${one.framework}.`
  if (one.state === 'draft') return `Begun by ${one.createdBy}${on(one.createdAt)}. ${framework}`
  const submitted = `ubmitted by ${one.submittedBy ?? 'somebody'}${on(one.submittedAt)}`
  return one.state === 'submitted'
    ? `S${submitted}. ${framework}`
    : `Approved by ${one.approvedBy ?? 'somebody'}${on(one.approvedAt)}, s${submitted}. ${framework}`
}
