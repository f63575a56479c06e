import { buttonStyle } from '@/components/ui/button-style'
import { Popover } from '@/components/ui/popover'
import type { AuditLogFilter } from '@/lib/model/audit-log-filter'
import { paths } from '@/lib/queries/paths'
import { ExportButton } from './export-button'

const FORMATS = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel (XLSX)'],
  ['json', 'JSON'],
  ['ocsf.json', 'OCSF 1.8 (API Activity)'],
] as const

/** The log as its page shows it, in one of four formats; taking it away may need a fresh proof, which a link cannot ask for. */
export const ExportLogMenu = ({ org, filter }: { org: string; filter: AuditLogFilter }) => (
  <Popover label="Export" align="end" buttonClassName={buttonStyle({})}>
    <ul aria-label="Export as" className="grid gap-1">
      {FORMATS.map(([format, label]) => (
        <li key={format}>
          <ExportButton
            path={paths.api.tableExport(org, 'audit-log', format, filter)}
            fileName={`${org}-audit-log.${format}`}
          >
            {label}
          </ExportButton>
        </li>
      ))}
    </ul>
  </Popover>
)
