import type { ReactNode } from 'react'
import { Sparkline } from '@/components/charts/sparkline'
import { Card } from '@/components/ui/card'
import { Stat } from '@/components/ui/stat'
import { TextLink } from '@/components/ui/text-link'
import type { LayerRollout } from '@/lib/model/deployment'
import type { MetricOutcome, Outcome } from '@/lib/model/outcome'
import { monthText } from '@/lib/presentation/date'
import { METRIC_UNITS, metricChangeText, metricName, metricText } from '@/lib/presentation/metric'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import { latestReading } from '@/lib/presentation/reading'
import { recordsBehind } from '@/lib/presentation/records-behind'
import { sparkMarkers, sparkPlace } from './spark'

type Props = {
  metric: MetricOutcome
  outcome: Outcome
  rollouts: readonly LayerRollout[]
  href: string
  how: ReactNode
}

/** One metric before and after: the change, what it is made of, its course, and the line that limits it. */
export function OutcomeStat({ metric, outcome, rollouts, href, how }: Props) {
  const reading = latestReading(metric)
  const name = metricName(metric.metric)
  const values = metric.series.map((point) => point.value)
  const band = outcome.baseline
    ? { from: sparkPlace(metric, outcome.baseline.from) ?? 0, to: sparkPlace(metric, outcome.baseline.to) ?? 0 }
    : null
  const n = recordsBehind(metric, outcome)
  return (
    <Card
      title={
        <TextLink quiet href={href}>
          {name}
        </TextLink>
      }
      footer={how}
    >
      <Stat
        value={reading ? metricChangeText(metric.metric, reading) : NOT_KNOWN}
        note={
          reading
            ? `${metricText(metric.metric, metric.baseline.value)} → ${metricText(metric.metric, reading.value)} at month ${reading.after}`
            : (outcome.refusal ?? metric.caution ?? 'No reading yet')
        }
        footnotes={[
          `${countText(n)} ${METRIC_UNITS[metric.metric]}`,
          `Baseline holds ${metric.baseline.months} of 6 months`,
        ]}
      >
        {values.some((value) => value !== null) ? (
          <Sparkline
            label={`${name} by month, ${monthText(metric.series[0]?.month ?? '')} to ${monthText(metric.series.at(-1)?.month ?? '')}`}
            values={values}
            band={band}
            level={metric.baseline.value}
            markers={sparkMarkers(metric, rollouts)}
          />
        ) : null}
      </Stat>
    </Card>
  )
}
