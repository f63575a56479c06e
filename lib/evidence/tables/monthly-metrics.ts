import type { DurationStats, MonthlyMetric } from '@/lib/model/monthly-metric'
import { type Column, columnsOf, type Table } from './table'

const { text, number } = columnsOf<MonthlyMetric>()

const durations = (
  key: string,
  heading: string,
  of: (month: MonthlyMetric) => DurationStats,
): Column<MonthlyMetric>[] => [
  number(`${key}.n`, `${heading}: incidents`, (month) => of(month).n),
  number(`${key}.median`, `${heading}: median hours`, (month) => of(month).median),
  number(`${key}.mean`, `${heading}: mean hours`, (month) => of(month).mean),
  number(`${key}.p90`, `${heading}: 90th percentile hours`, (month) => of(month).p90),
]

/** UTC months that hold records, oldest first; a month without any has no row. */
export const monthlyMetricsTable: Table<MonthlyMetric> = {
  name: 'outcomes',
  title: 'Monthly metrics',
  columns: [
    text('month', 'Month'),
    text('formula', 'Formula'),
    number('incidents', 'Incidents'),
    number('unknownOnset', 'Onset not known'),
    number('open', 'Open'),
    ...durations('timeToDetect', 'Time to detect', ({ timeToDetect }) => timeToDetect),
    ...durations('timeToResolve', 'Time to resolve', ({ timeToResolve }) => timeToResolve),
    number('audits', 'Audits'),
    number('controlsAssessed', 'Controls assessed'),
    number('controlsPassed', 'Controls passed'),
    number('controlsFailed', 'Controls failed'),
    number('controlsNotApplicable', 'Controls not applicable'),
  ],
}
