import { z } from 'zod'
import { newId } from '@/lib/kernel/id'
import type { Assessment, AssessmentInput, AssessmentState } from '@/lib/model/assessment'
import { Day } from '@/lib/model/instant'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Prisma, Assessment as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { fromDay, toDay, toInstantOrNull } from './calendar'
import { fromCursor, toCursor } from './cursor'

export type AssessmentFilter = { state?: AssessmentState; deploymentId?: string }

export const counted = { _count: { select: { answers: true } } } as const
const Key = z.tuple([Day, z.uuid()])

type Counted = Row & { _count: { answers: number } }

export const toAssessment = (row: Counted): Assessment => ({
  id: row.id,
  deploymentId: row.deploymentId,
  name: row.name,
  asOf: toDay(row.asOf),
  state: row.state,
  framework: row.framework,
  createdBy: row.createdBy,
  submittedBy: row.submittedBy,
  submittedAt: toInstantOrNull(row.submittedAt),
  approvedBy: row.approvedBy,
  approvedAt: toInstantOrNull(row.approvedAt),
  returnedBecause: row.returnedBecause,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  answered: row._count.answers,
})

/** An assessment with what only services need: who submitted it, and what was frozen when it was approved. */
export type AssessmentRecord = { assessment: Assessment; submittedById: string | null; frozen: unknown }

const toRecord = (row: Counted): AssessmentRecord => ({
  assessment: toAssessment(row),
  submittedById: row.submittedById,
  frozen: row.maturity,
})

export const assessmentRepository = (tx: Tx, organizationId: string) => {
  const at = (id: string) => ({ organizationId_id: { organizationId, id } })
  return {
    /** Newest day first. */
    async page({ state, deploymentId }: AssessmentFilter, { cursor, limit }: PageRequest): Promise<Page<Assessment>> {
      const rows = await tx.assessment.findMany({
        where: { organizationId, state, deploymentId, ...(cursor ? after(cursor) : {}) },
        include: counted,
        omit: { maturity: true },
        orderBy: [{ asOf: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      })
      const items = rows.slice(0, limit).map((row) => toAssessment({ ...row, maturity: null }))
      const last = items.at(-1)
      return { items, nextCursor: rows.length > limit && last ? toCursor([last.asOf, last.id]) : null }
    },
    async get(id: string): Promise<AssessmentRecord> {
      return toRecord(found(await tx.assessment.findUnique({ where: at(id), include: counted })))
    },
    /** Reads the assessment and holds its row until the transaction ends: transitions and answers go one at a time. */
    async lock(id: string): Promise<AssessmentRecord> {
      await tx.$queryRaw`
        SELECT id FROM assessments WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`
      return this.get(id)
    },
    async create(input: AssessmentInput & { framework: string; createdBy: string }): Promise<Assessment> {
      const { asOf, ...facts } = input
      const now = new Date()
      const data = { organizationId, id: newId(), asOf: fromDay(asOf), createdAt: now, updatedAt: now, ...facts }
      return toAssessment(await tx.assessment.create({ data, include: counted }))
    },
    async remove(id: string): Promise<void> {
      await tx.assessment.delete({ where: at(id) })
    },
    /** The deployment's approved assessment of the latest day; null while there is none. */
    async latestApproved(deploymentId: string): Promise<string | null> {
      const row = await tx.assessment.findFirst({
        where: { organizationId, deploymentId, state: 'approved' },
        orderBy: [{ asOf: 'desc' }, { approvedAt: 'desc' }],
        select: { id: true },
      })
      return row?.id ?? null
    },
  }
}

function after(cursor: string): Prisma.AssessmentWhereInput {
  const [day, id] = fromCursor(cursor, Key)
  return { OR: [{ asOf: { lt: fromDay(day) } }, { asOf: fromDay(day), id: { lt: id } }] }
}
