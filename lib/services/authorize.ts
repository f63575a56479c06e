import { decisionInput } from '@/lib/access/decision-input'
import type { OrganizationPermission, Permission, PersonalPermission } from '@/lib/access/permissions'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor, Membership } from '@/lib/model/actor'
import type { Admitted, AdmittedBy } from '@/lib/model/admission'
import type { Sensitivity } from '@/lib/model/decision'
import { decide } from './decide'
import { refusalOf } from './decide-refusal'
import { endRiskySession } from './end-risky-session'
import { type DecisionMade, decisionLog } from './log-decision'
import { noteUse } from './note-use'
import { noticeDenial } from './notice-denial'

/** What is known of the resource itself. Its label can only make the policy stricter. */
type Resource = { sensitivity?: Sensitivity }

/**
 * The actor's membership of the organization with this slug, once the policy allows the act there. Throws `not-found`
 * without a membership, so that another organization looks absent; `forbidden`, with the policy's reasons; `step-up`
 * when a fresh proof is missing; `unauthenticated` when the session lost all trust and was ended; `unavailable` when
 * the policy cannot be asked.
 */
export async function authorize(
  actor: Actor,
  slug: string,
  permission: OrganizationPermission,
  { sensitivity }: Resource = {},
): Promise<Admitted> {
  const membership = actor.memberships.find((m) => m.slug === slug)
  if (!membership) throw new AppError('not-found')
  const [answer] = await ask(actor, permission, [membership], sensitivity)
  const decision = await allowed(actor, answer)
  await noteUse(actor, membership)
  return { ...membership, decision }
}

/** The same for what concerns the actor alone and no organization; throws as `authorize` does. */
export async function authorizeSelf(actor: Actor, permission: PersonalPermission): Promise<AdmittedBy> {
  const [answer] = await ask(actor, permission, [null])
  return allowed(actor, answer)
}

/**
 * The memberships in which the policy allows every one of these acts, for pages over several organizations; those it
 * refuses are left out. Throws as `authorize` does when it refuses all there are.
 */
export async function authorizeEach(
  actor: Actor,
  permissions: readonly OrganizationPermission[],
): Promise<Membership[]> {
  let open = [...actor.memberships]
  for (const permission of permissions) {
    const answers = await ask(actor, permission, open)
    const refusal = answers.find((answer) => answer instanceof AppError)
    open = open.filter((_, i) => !(answers[i] instanceof AppError))
    if (open.length === 0 && refusal) await allowed(actor, refusal)
  }
  return open
}

/** What it was allowed by; a refusal is thrown, and counted against whoever met it. */
async function allowed(actor: Actor, answer: AdmittedBy | AppError | undefined): Promise<AdmittedBy> {
  if (answer instanceof AppError) {
    if (answer.code === 'forbidden') await noticeDenial(actor)
    throw answer
  }
  if (answer === undefined) throw new AppError('internal', { reason: 'the policy was not asked' })
  return answer
}

/** Decides an act in each place and keeps what is to be kept of the answers: by what it was allowed, or the refusal. */
async function ask(
  actor: Actor,
  permission: Permission,
  places: readonly (Membership | null)[],
  sensitivity?: Sensitivity,
): Promise<(AdmittedBy | AppError)[]> {
  const at = new Date()
  const answers = await Promise.all(
    places.map(async (membership) => {
      const input = decisionInput(actor, { action: permission, membership, sensitivity, now: at.getTime() })
      return { membership, input, decision: await decide(input) }
    }),
  )
  const made = answers.map(
    ({ membership, ...answer }): DecisionMade => ({
      ...answer,
      organizationIds: concerned(actor, membership),
      actor,
      permission,
      at,
    }),
  )
  await decisionLog.record(made)
  const lost = made.filter(({ decision }) => decision.revoke).flatMap(({ organizationIds }) => organizationIds)
  if (made.some(({ decision }) => decision.revoke)) await endRiskySession(actor, lost, at)
  return answers.map(
    ({ membership, decision }) =>
      refusalOf(decision, permission, membership) ?? { effect: 'allow', action: permission, policy: decision.policy },
  )
}

/** What a person does to their own ways in concerns every organization these lead to. The machine's owner is in all. */
const concerned = (actor: Actor, membership: Membership | null): string[] =>
  membership
    ? [membership.organizationId]
    : actor.kind === 'operator'
      ? []
      : actor.memberships.map(({ organizationId }) => organizationId)
