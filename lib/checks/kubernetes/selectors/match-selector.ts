import type { LabelSelector, Labels } from '@/lib/model/facts/kubernetes-selector'

/**
 * Whether a label selector selects what carries these labels (Kubernetes, "Labels and selectors"): every part must hold,
 * NotIn also where the label is missing. An operator that is not known selects nothing.
 */
export const matchSelector = ({ labels: wanted, expressions }: LabelSelector, labels: Labels): boolean =>
  matchLabels(wanted, labels) && expressions.every((one) => matchExpression(one, labels))

const matchLabels = (wanted: Labels, labels: Labels): boolean =>
  Object.entries(wanted).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value)

function matchExpression({ key, operator, values }: LabelSelector['expressions'][number], labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined
  if (operator === 'In') return value !== undefined && values.includes(value)
  if (operator === 'NotIn') return value === undefined || !values.includes(value)
  if (operator === 'Exists') return value !== undefined
  return operator === 'DoesNotExist' && value === undefined
}

/** Everything there is and will be, not only what happens to be there. */
export const selectsAll = ({ labels, expressions }: LabelSelector): boolean =>
  Object.keys(labels).length === 0 && expressions.length === 0
