import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Deployment, DeploymentInput } from '@/lib/model/deployment'
import { LAYERS } from '@/lib/model/layer'
import type { Deployment as DeploymentRow, LayerRollout as RolloutRow } from '../generated/client'
import { found, type Tx } from '../scope'
import { isUniqueViolation } from '../unique-violation'
import { fromDayOrNull, toDayOrNull } from './calendar'

type Row = DeploymentRow & { rollouts: RolloutRow[] }

const toDeployment = (row: Row): Deployment => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  environment: row.environment,
  createdAt: row.createdAt.toISOString(),
  rollouts: LAYERS.map((layer) => {
    const rollout = row.rollouts.find((r) => r.layer === layer)
    return { layer, beganOn: toDayOrNull(rollout?.beganOn ?? null), liveOn: toDayOrNull(rollout?.liveOn ?? null) }
  }),
})

export const deploymentRepository = (tx: Tx, organizationId: string) => ({
  async list(): Promise<Deployment[]> {
    const rows = await tx.deployment.findMany({
      where: { organizationId },
      include: { rollouts: true },
      orderBy: { createdAt: 'asc' },
    })
    return rows.map(toDeployment)
  },
  async get(id: string): Promise<Deployment> {
    const where = { organizationId_id: { organizationId, id } }
    return toDeployment(found(await tx.deployment.findUnique({ where, include: { rollouts: true } })))
  },
  async bySlug(slug: string): Promise<Deployment> {
    const where = { organizationId_slug: { organizationId, slug } }
    return toDeployment(found(await tx.deployment.findUnique({ where, include: { rollouts: true } })))
  },
  /** Throws `conflict` when the organization already has a deployment of this slug. */
  async create({ rollouts, ...facts }: DeploymentInput): Promise<Deployment> {
    const id = newId()
    await refuseTaken(facts.slug, () => tx.deployment.create({ data: { organizationId, id, ...facts } }))
    await this.setRollouts(id, rollouts)
    return this.get(id)
  },
  async update(id: string, { rollouts, ...facts }: DeploymentInput): Promise<Deployment> {
    const where = { organizationId_id: { organizationId, id } }
    found(await tx.deployment.findUnique({ where, select: { id: true } }))
    await refuseTaken(facts.slug, () => tx.deployment.update({ where, data: facts }))
    await this.setRollouts(id, rollouts)
    return this.get(id)
  },
  async setRollouts(deploymentId: string, rollouts: DeploymentInput['rollouts']): Promise<void> {
    await tx.layerRollout.deleteMany({ where: { organizationId, deploymentId } })
    await tx.layerRollout.createMany({
      data: rollouts.map(({ layer, beganOn, liveOn }) => ({
        organizationId,
        id: newId(),
        deploymentId,
        layer,
        beganOn: fromDayOrNull(beganOn),
        liveOn: fromDayOrNull(liveOn),
      })),
    })
  },
  /** Throws `conflict` while assessments, incidents or audits belong to the deployment: facts are not dropped silently. */
  async remove(id: string): Promise<void> {
    const of = { organizationId, deploymentId: id }
    const [assessments, incidents, audits] = [
      await tx.assessment.count({ where: of }),
      await tx.incident.count({ where: of }),
      await tx.complianceAudit.count({ where: of }),
    ]
    if (assessments + incidents + audits > 0) {
      throw new AppError('conflict', {
        detail: `The deployment holds ${assessments} assessments, ${incidents} incidents and ${audits} audits. Undo their imports and delete the drafts first.`,
      })
    }
    found(
      await tx.deployment.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { id: true } }),
    )
    await tx.deployment.delete({ where: { organizationId_id: { organizationId, id } } })
  },
})

async function refuseTaken<T>(slug: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError('conflict', { detail: `The organization already has a deployment "${slug}".`, cause: error })
  }
}
