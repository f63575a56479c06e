import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { NumericCell, RowHeader } from '@/components/ui/table-cell'
import { METRICS } from '@/lib/model/outcome'
import type { Cohort } from '@/lib/model/portfolio'
import { metricChangeText, metricName, metricShortName } from '@/lib/presentation/metric'
import { rolloutGroupName } from '@/lib/presentation/rollout-group'

/** Those who rolled out identity and network alone beside those who rolled out all five. */
export const CohortCard = ({ cohorts }: { cohorts: readonly Cohort[] }) => (
  <Card
    title="Identity and network only, against all five layers"
    note="Organizations chose their own rollout, so the two groups may differ in more than their layers. No test is made of it."
  >
    <Table caption="Change by rollout" minWidth="29rem">
      <TableHead>
        <ColumnHeader>Rollout</ColumnHeader>
        <ColumnHeader numeric>n</ColumnHeader>
        {METRICS.map((metric) => (
          <ColumnHeader key={metric} numeric>
            <abbr title={metricName(metric)} className="no-underline">
              {metricShortName(metric)}
            </abbr>
          </ColumnHeader>
        ))}
      </TableHead>
      <TableBody>
        {cohorts.map(({ rollout, organizations, pooled }) => (
          <TableRow key={rollout}>
            <RowHeader>{rolloutGroupName(rollout)}</RowHeader>
            <NumericCell>{organizations}</NumericCell>
            {METRICS.map((metric) => {
              const found = pooled.metrics.find((each) => each.metric === metric)
              return <NumericCell key={metric}>{found ? metricChangeText(metric, found) : '—'}</NumericCell>
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Card>
)
