import type { Instant } from '@/lib/model/instant'
import type { CheckVerdict } from '@/lib/model/verdict'

/** Something that did not hold of one resource as a run ended. */
export type RunFinding = {
  id: string
  checkId: string
  title: string
  message: string
  severity: string
  resourceType: string
  resourceId: string
  resourceName: string
  account: string
  region: string | null
  openedAt: Instant
  /** The last day of the exception that was in force at the time; null when there was none. */
  exceptionUntil: string | null
}

/** A run that reached its verdicts, as its documents tell it. */
export type RunFacts = {
  run: { id: string; startedAt: Instant; finishedAt: Instant; snapshot: string | null }
  connection: string
  verdicts: readonly CheckVerdict[]
  /** Page by page, in the order of their ids. */
  findings: AsyncIterable<readonly RunFinding[]>
  /** The capabilities it is told of; null is all. */
  capabilities: ReadonlySet<string> | null
}

export const verdictKey = (run: string, { checkId, account }: Pick<CheckVerdict, 'checkId' | 'account'>) =>
  ['oscal-observation', 'verdict', run, checkId, account] as const

export const runRiskKey = (run: string, checkId: string) => ['oscal-risk', 'check', run, checkId] as const

export const snapshotKey = (sha256: string) => ['snapshot', sha256] as const
