import { buttonStyle } from '@/components/ui/button-style'
import { Popover } from '@/components/ui/popover'
import type { FindingFilter, FindingSort } from '@/lib/model/finding-filter'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; filter: FindingFilter; sort: FindingSort }

const FORMATS = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['ocsf.json', 'OCSF 1.8 (Compliance Finding)'],
  ['sarif', 'SARIF 2.1'],
] as const

/** Exactly what the list shows, in one of four formats. */
export const FindingsExport = ({ org, filter, sort }: Props) => (
  <Popover label="Export" align="end" buttonClassName={buttonStyle({})}>
    <ul aria-label="Export as">
      {FORMATS.map(([format, label]) => (
        <li key={format}>
          <a
            href={paths.api.findingsExport(org, format, { ...filter, sort })}
            download
            className="flex min-h-8 items-center rounded-sm px-2.5 py-1 text-sm hover:bg-hover"
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  </Popover>
)
