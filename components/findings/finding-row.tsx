import { Mark } from '@/components/ui/mark'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Finding } from '@/lib/model/finding'
import { ageText, exceptionText, findingSeverityTone } from '@/lib/presentation/finding'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; finding: Finding; now: string }

/** What a finding is, where, what it feeds, for how long and whose it is. */
export const FindingCells = ({ org, finding, now }: Props) => (
  <>
    <RowHeader className="max-w-80">
      <span className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
        <Mark tone={findingSeverityTone(finding.severity)} className="mt-1.5" />
        <TextLink quiet href={paths.finding(org, finding.id)} className="font-semibold [overflow-wrap:anywhere]">
          {finding.title}
        </TextLink>
        <span className="col-start-2 text-ink-3 text-xs [overflow-wrap:anywhere]">
          {finding.severity} · {finding.checkId}
        </span>
        <span className="col-start-2 text-ink-2 text-xs [overflow-wrap:anywhere] sm:hidden">
          {finding.resource.name}
        </span>
      </span>
    </RowHeader>
    <Cell className="max-w-56">
      <TextLink quiet href={paths.resource(org, finding.resource.id)} className="[overflow-wrap:anywhere]">
        {finding.resource.name}
      </TextLink>
      <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">
        {[finding.connectionName, finding.resource.account, finding.resource.region].filter(Boolean).join(' · ')}
      </span>
    </Cell>
    <Cell className="whitespace-nowrap">
      {finding.capabilities[0] ? <Tag>{finding.capabilities[0]}</Tag> : <Tag tone="unknown">unmapped</Tag>}
    </Cell>
    <NumericCell>{ageText(finding.openedAt, finding.resolvedAt ?? now)}</NumericCell>
    <Cell className="max-w-40 text-ink-2 text-xs">
      {finding.state === 'resolved' ? <Tag tone="good">resolved</Tag> : null}
      {finding.owner ? <span className="block">{finding.owner.name}</span> : null}
      {finding.exceptionUntil ? (
        <span className="block text-ink-3">{exceptionText(finding.exceptionUntil)}</span>
      ) : null}
    </Cell>
  </>
)
