import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { TextLink } from '@/components/ui/text-link'
import type { PosturePoint } from '@/lib/model/posture-report'
import { instantText } from '@/lib/presentation/date'
import { pointsText } from '@/lib/presentation/number'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'

type Props = { points: readonly PosturePoint[]; runHref: (run: string) => string }

/** What the checks supported after each run, newest first, and what changed since the run before. */
export const HistoryCard = ({ points, runHref }: Props) => (
  <Card title="History" note="One line a run, newest first. Points of different formulas are not compared.">
    <Table caption="Posture after each run" minWidth="44rem">
      <TableHead>
        <ColumnHeader>After the run of</ColumnHeader>
        <ColumnHeader numeric>Score</ColumnHeader>
        <ColumnHeader numeric>Change</ColumnHeader>
        <ColumnHeader numeric>Coverage</ColumnHeader>
        {(points[0]?.layers ?? []).map(({ layer }) => (
          <ColumnHeader key={layer}>{layer}</ColumnHeader>
        ))}
      </TableHead>
      <TableBody>
        {points.map((point, at) => (
          <TableRow key={point.runId} interactive>
            <RowHeader className="tabular-nums">
              <TextLink quiet href={runHref(point.runId)}>
                {instantText(point.at)}
              </TextLink>
              <span className="block text-ink-3 text-xs">{point.connectionName}</span>
            </RowHeader>
            <NumericCell className="font-semibold">{scoreText(point.score)}</NumericCell>
            <NumericCell>{changeText(point, points[at + 1])}</NumericCell>
            <NumericCell>{shareText(point.coverage)}</NumericCell>
            {point.layers.map(({ layer, stage }) => (
              <Cell key={layer} className="text-ink-2 text-xs">
                {stageLabel(stage)}
              </Cell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Card>
)

function changeText(point: PosturePoint, before: PosturePoint | undefined): string {
  if (!before || before.formula !== point.formula || before.framework !== point.framework) return pointsText(null)
  return pointsText(point.score === null || before.score === null ? null : point.score - before.score)
}
