import { isRunning } from '@/lib/access/within-engagement'
import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Admitted } from '@/lib/model/admission'
import type { AuditRequestDetail, AuditRequestInput } from '@/lib/model/audit-request'
import { authorize } from './authorize'
import { requestSight } from './request-sight'
import { requirementFrameworkOf } from './requirement-framework-of'

type Input = { org: string; request: AuditRequestInput; now?: Date }

/**
 * Asks the team for something about a framework or one of its requirements. Throws not-found, forbidden for a framework
 * that the auditor was not let in for, and invalid for a framework or requirement that is not there or a day that has passed.
 */
export async function askAuditRequest(
  actor: Actor,
  { org, request, now = new Date() }: Input,
): Promise<AuditRequestDetail> {
  const admitted = await authorize(actor, org, 'audit-request:ask')
  return forOrganization(admitted, async (store) => {
    const engagementId = await grantFor(store, actor, admitted, request.framework, now)
    await requireKnown(store, request)
    if (request.dueOn !== null && request.dueOn < now.toISOString().slice(0, 10)) throw invalid('dueOn', 'has passed')
    const asked = { by: actor.name, byId: actor.userId, at: now, engagementId }
    const id = await store.auditRequests.create({ ...request, ...asked })
    const made = await store.auditRequests.get(id, await requestSight(store, actor, admitted, now))
    const { framework, requirement, title, dueOn } = made
    const detail = { framework, requirement, title, dueOn, engagementId }
    await store.audit.append(actor, { action: 'audit-request.asked', subject: id, detail, after: made })
    return made
  })
}

async function grantFor(
  { engagements }: Store,
  { userId }: Actor,
  { scoped }: Admitted,
  framework: string,
  now: Date,
): Promise<string | null> {
  if (!scoped) return null
  const running = userId === null ? [] : await engagements.running(userId)
  const grant = running.find((one) => isRunning(one, now.getTime()) && one.frameworks.includes(framework))
  if (!grant) throw new AppError('forbidden', { detail: 'That is not part of the audit you were let in for.' })
  return grant.id
}

async function requireKnown(store: Store, { framework: id, requirement }: AuditRequestInput): Promise<void> {
  const framework = await requirementFrameworkOf(store, id).catch((cause) => {
    throw invalid('framework', `there is no framework ${id}`, cause)
  })
  if (requirement !== '' && !framework.requirements.some((one) => one.id === requirement))
    throw invalid('requirement', `${framework.name} has no requirement ${requirement}`)
}

const invalid = (field: string, reason: string, cause?: unknown): AppError =>
  new AppError('invalid', { detail: `${field}: ${reason}`, problems: [{ field, reason }], cause })
