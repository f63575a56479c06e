import { ExportMenu } from '@/components/export/export-menu'
import type { DeploymentRef } from '@/lib/model/deployment-ref'
import type { AssessedMaturity } from '@/lib/model/maturity-at'

type Props = { org: string; deployment: DeploymentRef; current: AssessedMaturity; standard: string | undefined }

/** The result on the page, and the crosswalk, of one standard when one is shown. */
export const MaturityExport = ({ org, deployment: { slug }, current, standard }: Props) => (
  <ExportMenu
    org={org}
    tables={[
      { table: 'maturity', title: 'This result', filter: { deployment: slug, at: current.assessment.asOf } },
      { table: 'crosswalk', title: 'Crosswalk', filter: { framework: standard } },
    ]}
  />
)
