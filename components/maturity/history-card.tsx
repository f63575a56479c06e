import { StageTag } from '@/components/ladder/stage-tag'
import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { MaturityPoint } from '@/lib/model/maturity-history'
import { dayText } from '@/lib/presentation/date'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel, stageTone } from '@/lib/presentation/stage'
import { HistoryPlot } from './history-plot'

type Props = {
  /** Oldest first. */
  points: readonly MaturityPoint[]
  /** Ids of the assessments shown and compared with. */
  shown: string
  compared: string | null
  /** `show` and `compare` are null for a result that the same day replaced. */
  hrefOf: (point: MaturityPoint, place: number) => { show: string | null; compare: string | null; answers: string }
}

/** Every approved assessment of the deployment, latest first: the raw facts, and the way to see or compare each. */
export const HistoryCard = ({ points, shown, compared, hrefOf }: Props) => (
  <Card title="History" note="Approved assessments, latest first. A result is shown as it was frozen.">
    <HistoryPlot points={points} shown={shown} compared={compared} />
    <Table caption="Approved assessments" minWidth="34rem">
      <TableHead>
        <ColumnHeader className="pl-2">As of</ColumnHeader>
        <ColumnHeader>Stage</ColumnHeader>
        <ColumnHeader numeric>Score</ColumnHeader>
        <ColumnHeader numeric>Assessed</ColumnHeader>
        <ColumnHeader numeric>Evidenced</ColumnHeader>
        <ColumnHeader label="Show or compare" />
      </TableHead>
      <TableBody>
        {points
          .map((point, at) => ({ point, hrefs: hrefOf(point, at) }))
          .reverse()
          .map(({ point, hrefs }) => {
            const { id } = point.assessment
            return (
              <HistoryRow
                key={id}
                point={point}
                place={id === shown ? 'shown' : id === compared ? 'compared' : null}
                hrefs={hrefs}
              />
            )
          })}
      </TableBody>
    </Table>
  </Card>
)

type RowProps = { point: MaturityPoint; place: 'shown' | 'compared' | null; hrefs: ReturnType<Props['hrefOf']> }

function HistoryRow({ point, place, hrefs }: RowProps) {
  const tone = stageTone(point.stage)
  const day = dayText(point.asOf)
  return (
    <TableRow interactive selected={place === 'shown'}>
      <RowHeader className="pl-2 tabular-nums">
        {place === 'shown' || hrefs.show === null ? (
          day
        ) : (
          <TextLink quiet href={hrefs.show} aria-label={`Show ${day}`} className="inline-block py-1">
            {day}
          </TextLink>
        )}
        <span className="block text-ink-3 text-xs max-md:w-32">
          <TextLink quiet href={hrefs.answers} aria-label={`Answers of ${point.assessment.name}`}>
            {point.assessment.name}
          </TextLink>
          , approved by {point.assessment.approvedBy}
        </span>
      </RowHeader>
      <Cell>
        <StageTag label={stageLabel(point.stage)} tone={tone === 'unknown' ? null : tone} />
      </Cell>
      <NumericCell className="font-semibold">{scoreText(point.score)}</NumericCell>
      <NumericCell>{shareText(point.coverage)}</NumericCell>
      <NumericCell>{shareText(point.confidence)}</NumericCell>
      <Cell className="whitespace-nowrap pr-2 text-right text-xs last:pr-2">
        {place === null && hrefs.compare !== null ? (
          <TextLink href={hrefs.compare} aria-label={`Compare with ${day}`}>
            Compare
          </TextLink>
        ) : null}
        {place === null ? null : <Tag>{place}</Tag>}
      </Cell>
    </TableRow>
  )
}
