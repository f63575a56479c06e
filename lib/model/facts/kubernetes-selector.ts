export type Labels = Readonly<Record<string, string>>

/** A Kubernetes label selector. Every part must hold; one without parts selects everything. */
export type LabelSelector = {
  labels: Labels
  /** `operator` is In, NotIn, Exists or DoesNotExist. */
  expressions: readonly { key: string; operator: string; values: readonly string[] }[]
}
