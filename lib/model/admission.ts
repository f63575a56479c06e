import type { Membership } from './actor'

/** What the policy answered when it let an act happen, as the audit log keeps it beside the act. */
export type AdmittedBy = {
  effect: 'allow'
  /** The permission that was asked for. */
  action: string
  /** The first sixteen hexadecimal digits of the policy's SHA-256; `external` for one that OPA_URL named. */
  policy: string
}

/** Where somebody may act, and by which answer. */
export type Admission = { organizationId: string; decision: AdmittedBy }

/** A membership under which the policy has allowed an act. */
export type Admitted = Membership & Admission
