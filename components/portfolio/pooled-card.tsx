import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { NumericCell, RowHeader } from '@/components/ui/table-cell'
import type { PooledOutcome } from '@/lib/model/pooled-outcome'
import { metricChangeText, metricName, metricText } from '@/lib/presentation/metric'
import { relativeChangeText } from '@/lib/presentation/number'

/** The four metrics over every organization that holds both a baseline and the reading. */
export const PooledCard = ({ pooled, how }: { pooled: PooledOutcome; how: React.ReactNode }) => (
  <Card
    title={`Before rollout and at month ${pooled.after}`}
    after={how}
    note="Mean over organizations, each counted once. Uncontrolled before-and-after comparison: association, not proof of cause."
  >
    <Table caption="Pooled outcome" minWidth="28rem">
      <TableHead>
        <ColumnHeader>Metric</ColumnHeader>
        <ColumnHeader numeric>Baseline</ColumnHeader>
        <ColumnHeader numeric>Month {pooled.after}</ColumnHeader>
        <ColumnHeader numeric>Change</ColumnHeader>
        <ColumnHeader numeric>
          <abbr title="Organizations that hold both" className="no-underline">
            n
          </abbr>
        </ColumnHeader>
      </TableHead>
      <TableBody>
        {pooled.metrics.map((metric) => (
          <TableRow key={metric.metric}>
            <RowHeader>{metricName(metric.metric)}</RowHeader>
            <NumericCell>{metricText(metric.metric, metric.baseline)}</NumericCell>
            <NumericCell>{metricText(metric.metric, metric.value)}</NumericCell>
            <NumericCell>
              <span className="font-semibold">{metricChangeText(metric.metric, metric)}</span>
              {metric.metric === 'passRate' && metric.failureChange !== null ? (
                <span className="block text-ink-3 text-xs">failures {relativeChangeText(metric.failureChange)}</span>
              ) : null}
            </NumericCell>
            <NumericCell>{metric.n}</NumericCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Card>
)
