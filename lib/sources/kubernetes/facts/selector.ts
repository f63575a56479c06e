import type { LabelSelector } from '@/lib/model/facts/kubernetes-selector'
import { labels, record, records, text, texts } from './json'

/** A label selector as facts; one that is not there selects everything. */
export function labelSelector(value: unknown): LabelSelector {
  const { matchLabels, matchExpressions } = record(value)
  return {
    labels: labels(matchLabels),
    expressions: records(matchExpressions).map(({ key, operator, values }) => ({
      key: text(key) ?? '',
      operator: text(operator) ?? '',
      values: texts(values),
    })),
  }
}
