/** Into which organization, and what is needed to show an answer. */
export type PlanPage = {
  org: string
  /** Whether this person may keep a plan as a run. */
  mayRecord: boolean
  /** Layers and capabilities by id: the framework itself stays on the server. */
  names: Readonly<Record<string, string>>
}
