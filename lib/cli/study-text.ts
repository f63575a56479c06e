import type { Study, StudyGroupMetric, StudyMetric } from '@/lib/model/study'
import { metricName, metricText } from '@/lib/presentation/metric'
import { countText, pointsText, relativeChangeText, signedText } from '@/lib/presentation/number'
import { shareText } from '@/lib/presentation/score'
import { figures, textTable } from './text-table'

const asShare = (percent: number | null): number | null => (percent === null ? null : percent / 100)
const changeText = (percent: number | null): string => relativeChangeText(asShare(percent), 1)

const NAMES = { title: '' }
const COLUMNS = [
  NAMES,
  ...figures('Baseline', 'Month 12', 'Change', 'In points', 'Failing share', 'Published', 'Difference'),
]

const row = (metric: StudyMetric): string[] => [
  metricName(metric.metric),
  metricText(metric.metric, metric.baseline),
  metricText(metric.metric, metric.month12),
  changeText(metric.changePercent),
  metric.pointChange === null ? '' : pointsText(metric.pointChange, 1),
  metric.failureChangePercent === null ? '' : changeText(metric.failureChangePercent),
  metric.publishedPercent === null ? '' : changeText(metric.publishedPercent),
  metric.difference === null ? '' : signedText(metric.difference, 1),
]

const group = (title: string, metrics: readonly StudyGroupMetric[]): string =>
  [
    title,
    textTable(
      [NAMES, ...figures(...metrics.map(({ metric }) => metricName(metric)))],
      [
        ['All of them', ...metrics.map(({ changePercent }) => changeText(changePercent))],
        ...(metrics[0]?.values ?? []).map(({ slug, name }) => [
          name,
          ...metrics.map(({ values }) => changeText(values.find((each) => each.slug === slug)?.changePercent ?? null)),
        ]),
      ],
    ),
  ].join('\n')

/** The study for a terminal: the table, both groups with each organization's own change, and what limits the claim. */
export function studyText(study: Study): string {
  if (study.organizations === 0) return 'The study is not loaded. Run: npm run -s proofline -- seed'
  const { organizations, incidents, unknownOnsetShare, openShare } = study
  return [
    `Synthetic study: ${organizations} organizations, ${countText(incidents)} incidents, ${shareText(unknownOnsetShare)} without a known onset, ${shareText(openShare)} still open.`,
    textTable(COLUMNS, study.metrics.map(row)),
    `Published: ${study.published}. Difference in percentage points of the relative change.`,
    group(`Identity and network only (${study.twoLayer[0]?.values.length ?? 0})`, study.twoLayer),
    group(`All five layers (${study.fiveLayer[0]?.values.length ?? 0})`, study.fiveLayer),
    [study.method, ...study.limits].map((line) => `- ${line}`).join('\n'),
  ].join('\n\n')
}
