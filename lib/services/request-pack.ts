import { sendPack } from '@/lib/db/job-queue'
import { forOrganization, type Store } from '@/lib/db/store'
import { AppError, type Problem } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { EvidencePack, PackRequest } from '@/lib/model/evidence-pack'
import { authorize } from './authorize'
import { packPlace, populationsOf } from './pack-place'
import { POPULATIONS } from './pack-population-list'
import { scopeAdmitted } from './scope-admitted'

type Input = {
  org: string
  pack: PackRequest
  /** Leaves the build to whoever called; otherwise workers are woken. */
  isBuiltHere?: boolean
}

const LONGEST_YEARS = 5

/**
 * Asks for a pack, told as of now unless an instant is named. Throws forbidden for an auditor outside the scope they were
 * let in for, and invalid, before anything is written, for a framework, deployment or chosen row that is not there and a
 * period that has not begun or is longer than five years.
 */
export async function requestPack(
  actor: Actor,
  { org, pack, isBuiltHere = false }: Input,
): Promise<EvidencePack & { organizationId: string }> {
  const admitted = await authorize(actor, org, 'evidence-pack:export')
  const { organizationId } = admitted
  const { framework, period, sampling } = pack
  const deploymentIds = [...new Set(pack.deploymentIds)].sort()
  const scope = { framework, period, deploymentIds }
  refuse(periodProblems(pack, new Date()))
  const made = await forOrganization(admitted, async (store) => {
    const engagementId = await scopeAdmitted(store, { actor, membership: admitted }, scope)
    const asOf = pack.asOf ? new Date(pack.asOf).toISOString() : await store.auditHead.keep()
    refuse(await chosenProblems(store, { ...scope, asOf, engagementId, chosen: sampling.chosen }))
    const id = newId()
    const by = { requestedBy: actor.name, requestedById: actor.userId }
    await store.evidencePacks.add({ id, ...scope, asOf, sampling, engagementId, ...by })
    const detail = { framework, period, deploymentIds, asOf, sampling: { seed: sampling.seed, size: sampling.size } }
    await store.audit.append(actor, { action: 'evidence-pack.requested', subject: id, detail })
    return store.evidencePacks.get(id)
  })
  if (!isBuiltHere) await sendPack({ organizationId, packId: made.id })
  return { ...made, organizationId }
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AppError('invalid', { problems })
}

function periodProblems({ period: { from, to }, asOf }: PackRequest, now: Date): Problem[] {
  const told = asOf ? new Date(asOf) : now
  if (told > now) return [{ field: 'asOf', reason: 'lies in the future' }]
  if (from > told.toISOString().slice(0, 10)) {
    return [
      { field: 'period.from', reason: asOf ? 'lies after the instant it is to be told as of' : 'lies in the future' },
    ]
  }
  const latest = `${Number(from.slice(0, 4)) + LONGEST_YEARS}${from.slice(4)}`
  return to >= latest
    ? [{ field: 'period.to', reason: `lies more than ${LONGEST_YEARS} years after the first day` }]
    : []
}

type Chosen = Parameters<typeof packPlace>[1] & { chosen: PackRequest['sampling']['chosen'] }

/** What is named and not there. The framework and the deployments are looked up on the way. */
async function chosenProblems(store: Store, { chosen, ...told }: Chosen): Promise<Problem[]> {
  const known = new Set((await store.deployments.list()).map(({ id }) => id))
  const absent = told.deploymentIds.filter((id) => !known.has(id))
  if (absent.length > 0) return absent.map((id) => ({ field: 'deploymentIds', reason: `${id} is no deployment` }))
  const { asked } = await packPlace(store, told).catch((cause: unknown) => {
    if (!(cause instanceof AppError) || cause.code !== 'not-found') throw cause
    const problems = [{ field: 'framework', reason: 'is no framework of this organization' }]
    throw new AppError('invalid', { problems, cause })
  })
  const reader = populationsOf(store.organizationId, asked)
  const problems: Problem[] = []
  for (const [name, ids] of Object.entries(chosen)) {
    const field = `sampling.chosen.${name}`
    const population = POPULATIONS.find((one) => one.name === name)
    if (!population) {
      problems.push({ field, reason: `is no population; there are ${POPULATIONS.map((one) => one.name).join(', ')}` })
      continue
    }
    for (const id of await reader.missing(population, ids))
      problems.push({ field, reason: `${id.slice(0, 60)} is not in the population` })
  }
  return problems
}
