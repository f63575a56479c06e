import { ExportMenu } from '@/components/export/export-menu'
import type { FindingExport } from '@/lib/model/finding-filter'

const DOCUMENTS = [
  ['ocsf.json', 'OCSF 1.8 (Compliance Finding)'],
  ['sarif', 'SARIF 2.1 (what stands in a file)'],
] as const

/** Exactly what the list shows, and in the order in which it does. */
export const FindingsExport = ({ org, filter }: { org: string; filter: FindingExport }) => (
  <ExportMenu org={org} tables={[{ table: 'findings', filter, documents: DOCUMENTS }]} />
)
