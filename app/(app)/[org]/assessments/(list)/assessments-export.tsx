import { ExportMenu } from '@/components/export/export-menu'
import type { AssessmentsQuery } from './assessments-query'

/** The assessments of the list, and what each of them says of every capability. */
export const AssessmentsExport = ({
  org,
  filter: { state, deployment },
}: {
  org: string
  filter: AssessmentsQuery
}) => (
  <ExportMenu
    org={org}
    tables={[
      { table: 'assessments', title: 'Assessments', filter: { state, deployment } },
      { table: 'answers', title: 'Their answers by capability', filter: { state, deployment } },
    ]}
  />
)
