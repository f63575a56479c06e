import { StageTag } from '@/components/ladder/stage-tag'
import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import type { PlanReport } from '@/lib/model/plan-report'
import type { Stage } from '@/lib/model/stage'
import { pointsText } from '@/lib/presentation/number'
import { planBasisText } from '@/lib/presentation/plan'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel, stageTone } from '@/lib/presentation/stage'
import type { PlanPage } from './plan-page'

type Props = { report: PlanReport; names: PlanPage['names'] }

/** What the checks support of each layer now, and what they would with this. */
export const PlanLayers = ({ report, names }: Props) => (
  <Card title="Layers, before and after" note={planBasisText(report)}>
    <Table caption="Layers before and after" minWidth="40rem">
      <TableHead>
        <ColumnHeader>Layer</ColumnHeader>
        <ColumnHeader>Now</ColumnHeader>
        <ColumnHeader>With this</ColumnHeader>
        <ColumnHeader numeric>Score</ColumnHeader>
        <ColumnHeader numeric>Change</ColumnHeader>
        <ColumnHeader numeric>Supported by checks</ColumnHeader>
      </TableHead>
      <TableBody>
        {report.maturity.layers.map(({ layer, before, after, scoreChange }) => (
          <TableRow key={layer}>
            <RowHeader>{names[layer] ?? layer}</RowHeader>
            <Cell>
              <At stage={before.stage} />
            </Cell>
            <Cell>
              <At stage={after.stage} />
            </Cell>
            <NumericCell>
              {scoreText(before.score)} → {scoreText(after.score)}
            </NumericCell>
            <NumericCell>{pointsText(scoreChange)}</NumericCell>
            <NumericCell>
              {shareText(before.coverage)} → {shareText(after.coverage)}
            </NumericCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
    <Capabilities report={report} names={names} />
  </Card>
)

function At({ stage, none }: { stage: Stage | null; none?: string }) {
  const tone = stageTone(stage)
  return <StageTag label={stage === null && none ? none : stageLabel(stage)} tone={tone === 'unknown' ? null : tone} />
}

const Capabilities = ({ report, names }: Props) =>
  report.maturity.capabilities.length === 0 ? (
    <p className="mt-3 text-ink-2 text-sm">The stage that checks support changes in no capability.</p>
  ) : (
    <ul aria-label="Capabilities that change" className="mt-3 grid text-sm">
      {report.maturity.capabilities.map(({ capability, before, after }) => (
        <li
          key={capability}
          className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-line border-b py-2 last:border-b-0"
        >
          <span>
            {names[capability] ?? capability} <span className="whitespace-nowrap text-ink-3 text-xs">{capability}</span>
          </span>
          <span className="flex flex-wrap items-center gap-x-2">
            <At stage={before} none="Not shown" /> <span aria-hidden="true">→</span>
            <span className="sr-only">becomes</span> <At stage={after} none="Not shown" />
          </span>
        </li>
      ))}
    </ul>
  )
