import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { TextLink } from '@/components/ui/text-link'
import { capability } from '@/lib/framework/capabilities'
import type { CapabilityId } from '@/lib/model/layer'
import type { ApprovedAssessment } from '@/lib/model/maturity-at'
import type { MaturityComparison } from '@/lib/model/maturity-comparison'
import { positionText } from '@/lib/presentation/capability-position'
import { dayText } from '@/lib/presentation/date'
import { layerName } from '@/lib/presentation/layer'
import { maturityChange } from '@/lib/presentation/maturity-change'

type Earlier = { assessment: ApprovedAssessment; change: MaturityComparison }
type Props = {
  earlier: Earlier | null
  /** Still being written: what is not answered yet did not change. */
  isPartial: boolean
  earlierHref: string | null
  hrefOf: (capability: CapabilityId) => string
}

/** What differs from the approved assessment before, capability by capability. */
export function DifferencesCard({ earlier, isPartial, earlierHref, hrefOf }: Props) {
  if (earlier === null)
    return (
      <Card title="Differences from the previous assessment">
        <p className="text-ink-2 text-sm">No earlier assessment of this deployment was approved.</p>
      </Card>
    )
  const { assessment, change } = earlier
  const changed = change.capabilities.filter((one) => !isPartial || one.after.status !== 'not_assessed')
  return (
    <Card
      title="Differences from the previous assessment"
      note={
        <>
          Against {earlierHref === null ? assessment.name : <TextLink href={earlierHref}>{assessment.name}</TextLink>},
          as of {dayText(assessment.asOf)}.{' '}
          {isPartial ? 'Answered capabilities only.' : `Overall ${maturityChange(change.overall).text}.`}
        </>
      }
    >
      {change.refusal !== null ? (
        <p className="text-ink-2 text-sm">Not compared: {change.refusal}. The yardstick moved.</p>
      ) : changed.length === 0 ? (
        <p className="text-ink-2 text-sm">
          {isPartial ? 'Every answer so far is' : 'Every capability stands'} where it stood.
        </p>
      ) : (
        <ChangedTable changes={changed} hrefOf={hrefOf} />
      )}
    </Card>
  )
}

const TONE = { good: 'text-good', bad: 'text-bad', none: undefined, unknown: 'text-ink-3' } as const

const ChangedTable = ({ changes, hrefOf }: { changes: MaturityComparison['capabilities'] } & Pick<Props, 'hrefOf'>) => (
  <Table caption="Capabilities that changed" minWidth="24rem">
    <TableHead>
      <ColumnHeader>Capability</ColumnHeader>
      <ColumnHeader>Before</ColumnHeader>
      <ColumnHeader>After</ColumnHeader>
      <ColumnHeader numeric>Change</ColumnHeader>
    </TableHead>
    <TableBody>
      {changes.map((one) => {
        const change = maturityChange({ stageChange: one.stageChange, scoreChange: null })
        return (
          <TableRow key={one.capability} interactive>
            <RowHeader>
              <div className="max-md:w-32">
                <TextLink quiet href={hrefOf(one.capability)}>
                  {capability(one.capability).name}
                </TextLink>
                <span className="block text-ink-3 text-xs">
                  {one.capability} · {layerName(one.layer)}
                </span>
              </div>
            </RowHeader>
            <Cell className="text-ink-2">{positionText(one.before)}</Cell>
            <Cell>{positionText(one.after)}</Cell>
            <NumericCell className={TONE[change.tone]}>{change.text}</NumericCell>
          </TableRow>
        )
      })}
    </TableBody>
  </Table>
)
