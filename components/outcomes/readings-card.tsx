import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { NumericCell, RowHeader } from '@/components/ui/table-cell'
import type { MetricOutcome, Outcome } from '@/lib/model/outcome'
import { monthText } from '@/lib/presentation/date'
import { METRIC_UNITS, metricAbsoluteText, metricName, metricText } from '@/lib/presentation/metric'
import { countText, NOT_KNOWN, relativeChangeText } from '@/lib/presentation/number'
import { latestReading } from '@/lib/presentation/reading'

/** Baseline and the three readings of each metric, with n; absolute and relative change side by side. */
export const ReadingsCard = ({ outcome }: { outcome: Outcome }) => (
  <Card
    title="Readings"
    note="Uncontrolled before-and-after comparison of one organization: association, not proof of cause. One organization is too few for an interval or a test."
  >
    <Table caption="Readings of each metric" minWidth="52rem">
      <TableHead>
        <ColumnHeader>Metric</ColumnHeader>
        <ColumnHeader numeric>Baseline</ColumnHeader>
        {(outcome.metrics[0]?.readings ?? []).map((reading) => (
          <ColumnHeader key={reading.after} numeric>
            Month {reading.after}, {monthText(reading.month)}
          </ColumnHeader>
        ))}
        <ColumnHeader numeric>Absolute change</ColumnHeader>
        <ColumnHeader numeric>Relative change</ColumnHeader>
      </TableHead>
      <TableBody>
        {outcome.metrics.map((metric) => (
          <MetricRow key={metric.metric} metric={metric} />
        ))}
      </TableBody>
    </Table>
  </Card>
)

function MetricRow({ metric }: { metric: MetricOutcome }) {
  const latest = latestReading(metric)
  return (
    <TableRow>
      <RowHeader className="min-w-40">
        {metricName(metric.metric)}
        <span className="block text-ink-3 text-xs">n counts {METRIC_UNITS[metric.metric]}</span>
      </RowHeader>
      <NumericCell>
        {metricText(metric.metric, metric.baseline.value)}
        <span className="block text-ink-3 text-xs">
          n = {countText(metric.baseline.n)}, {metric.baseline.months} of 6 months
        </span>
      </NumericCell>
      {metric.readings.map((reading) => (
        <NumericCell key={reading.after}>
          {metricText(metric.metric, reading.value)}
          <span className="block text-ink-3 text-xs">
            {reading.value === null ? 'no data' : `n = ${countText(reading.n)}`}
          </span>
        </NumericCell>
      ))}
      <NumericCell>{latest ? metricAbsoluteText(metric.metric, latest) : NOT_KNOWN}</NumericCell>
      <NumericCell>
        <span className="font-semibold">{latest ? relativeChangeText(latest.relativeChange) : NOT_KNOWN}</span>
        {metric.metric === 'passRate' && latest && latest.failureChange !== null ? (
          <span className="block text-ink-3 text-xs">failures {relativeChangeText(latest.failureChange)}</span>
        ) : null}
      </NumericCell>
    </TableRow>
  )
}
