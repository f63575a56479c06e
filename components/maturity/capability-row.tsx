import { StageTag } from '@/components/ladder/stage-tag'
import { Mark } from '@/components/ui/mark'
import { TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { capability } from '@/lib/framework/capabilities'
import type { CapabilityMaturity } from '@/lib/model/maturity'
import { positionText } from '@/lib/presentation/capability-position'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { ruleText } from '@/lib/presentation/rule'
import { stageLabel, stageTone } from '@/lib/presentation/stage'

type Props = { maturity: CapabilityMaturity; isWeakest: boolean; href: string }

export const CapabilityRow = ({ maturity: one, isWeakest, href }: Props) => {
  const tone = stageTone(one.effective)
  return (
    <TableRow interactive>
      <RowHeader>
        <div className="max-md:w-38">
          <TextLink quiet href={href}>
            {capability(one.capability).name}
          </TextLink>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-xs">
            {one.capability}
            {isWeakest ? <Tag>weakest of the layer</Tag> : null}
          </span>
        </div>
      </RowHeader>
      <Cell>
        {one.status === 'not_applicable' ? (
          <span className="whitespace-nowrap text-ink-3">Not applicable</span>
        ) : (
          <StageTag label={positionText(one)} tone={tone === 'unknown' ? null : tone} />
        )}
      </Cell>
      <Cell className="text-ink-2">{one.target === null ? <None /> : stageLabel(one.target)}</Cell>
      <NumericCell>{one.weight}</NumericCell>
      <Cell className="pl-3">{one.status === 'assessed' ? <Evidenced yes={one.evidenced} /> : <None />}</Cell>
      <Cell className="whitespace-nowrap text-ink-3">{ruleText(one.rule)}</Cell>
    </TableRow>
  )
}

const Evidenced = ({ yes }: { yes: boolean }) => (
  <span className="inline-flex items-center gap-2">
    <Mark tone={yes ? 'good' : 'unknown'} />
    {yes ? 'Yes' : 'No'}
  </span>
)

const None = () => (
  <span className="text-ink-3">
    <span aria-hidden="true">{NOT_KNOWN}</span>
    <span className="sr-only">none</span>
  </span>
)
