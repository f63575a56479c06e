import type { FindingSeverity } from './finding-severity'
import type { Instant } from './instant'
import type { Resource } from './resource'

/** Formats of other scanners' files that can be read. */
export const SCANNER_FORMATS = [
  'ocsf',
  'asff',
  'sarif',
  'kube-bench',
  'trivy',
  'checkov',
  'oscal',
  'prowler-csv',
] as const
export type ScannerFormat = (typeof SCANNER_FORMATS)[number]

/** What a record says. Only `fail` is a finding; `not_assessed` is never a pass. */
export type ScannerOutcome = 'fail' | 'pass' | 'not_assessed' | 'suppressed' | 'closed'

/** A requirement as the scanner cites it: its own name of the standard, and the id as written there. */
export type CitedRequirement = { standard: string; id: string }

/** One record of another scanner's file, in one shape whatever its format. */
export type ScannerRecord = {
  product: string
  version: string | null
  /** The scanner's id of what it checked. */
  rule: string
  title: string
  message: string
  severity: FindingSeverity
  outcome: ScannerOutcome
  resource: Pick<Resource, 'type' | 'id' | 'name' | 'account' | 'region'>
  requirements: readonly CitedRequirement[]
  seenAt: Instant | null
  /** What had to be assumed to read it: `seconds` for a time in seconds, `utc` for one without a zone. */
  assumptions: readonly ('seconds' | 'utc' | 'severity')[]
  /** As it came. */
  raw: unknown
}

/** A record that could not be read: its number in the file from 1, the field and why. */
export type ScannerFault = { row: number; field: string; reason: string }
