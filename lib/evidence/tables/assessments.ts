import type { Assessment } from '@/lib/model/assessment'
import { columnsOf, type Table } from './table'

/** An assessment and the slug of its deployment. */
export type AssessmentRow = Assessment & { deployment: string | null }

const { text, number, instant, day } = columnsOf<AssessmentRow>()

export const assessmentsTable: Table<AssessmentRow> = {
  name: 'assessments',
  title: 'Assessments',
  columns: [
    text('id', 'Id'),
    text('name', 'Name'),
    text('deployment', 'Deployment'),
    day('asOf', 'As of'),
    text('state', 'State'),
    text('framework', 'Framework version'),
    number('answered', 'Capabilities answered'),
    text('createdBy', 'Created by'),
    instant('createdAt', 'Created'),
    text('submittedBy', 'Submitted by'),
    instant('submittedAt', 'Submitted'),
    text('approvedBy', 'Approved by'),
    instant('approvedAt', 'Approved'),
    text('returnedBecause', 'Returned because'),
    instant('updatedAt', 'Changed'),
  ],
}
