import type { DevicePosture, ProofMethod } from './access-context'
import type { AccessRules } from './access-rules'
import type { Role } from './actor'

/** How much harm a resource does in the wrong hands. */
export type Sensitivity = 'internal' | 'confidential' | 'restricted'

/** What the policy is asked. Ages are seconds; null means not known or never. */
export type DecisionInput = {
  subject: { kind: 'person' | 'machine' | 'operator'; role: Role | null; elevated: boolean; scoped: boolean }
  action: string
  resource: { organizationId: string | null; sensitivity: Sensitivity | null }
  context: {
    method: ProofMethod
    proofSeconds: number | null
    sessionSeconds: number | null
    acr: string | null
    amr: readonly string[]
    address: string | null
    devicePosture: DevicePosture
    risk: number
    hasCredential: boolean
  }
  rules: AccessRules
}

/**
 * The policy's answer. `reasons` are codes, never empty unless allowed; `revoke` says that the session has lost all
 * trust and must end.
 */
export type Decision = { effect: 'allow' | 'deny' | 'step-up'; reasons: readonly string[]; revoke: boolean }
