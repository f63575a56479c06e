import { fail, type Judgement, pass, undecided } from '../frame/judge'
import { type GrantedPolicy, type Grantor, policiesOf } from './policy/in-force'

type Offence = { message: string; detail: Readonly<Record<string, unknown>> }

/**
 * Judges a grantor by each of its policies: fails by the first that offends, is undecided where a document was not in the
 * reply of `operation`, and passes when all were read and none offends.
 */
export function judgeGrantor(
  grantor: Grantor,
  operation: string,
  offenceOf: (policy: GrantedPolicy) => Offence | null,
): Judgement {
  const policies = policiesOf(grantor)
  for (const policy of policies) {
    const offence = offenceOf(policy)
    if (offence) return fail(offence.message, { policy: policy.name, ...offence.detail })
  }
  return policies.every(({ document }) => document !== null) ? pass : undecided('unsupported', operation)
}
