import { newId } from '@/lib/kernel/id'
import type { Answer, AnswerInput } from '@/lib/model/answer'
import { Stage } from '@/lib/model/stage'
import type { Evidence as EvidenceRow, Answer as Row } from '../generated/client'
import type { Tx } from '../scope'
import { toEvidence } from './evidence'

const stageOrNull = (value: number | null): Stage | null => (value === null ? null : Stage.parse(value))

const toAnswer = (row: Row & { evidence: EvidenceRow[] }): Answer => ({
  capability: row.capability,
  status: row.status,
  stage: stageOrNull(row.stage),
  targetStage: stageOrNull(row.targetStage),
  rationale: row.rationale,
  evidence: row.evidence.map(toEvidence),
  updatedAt: row.updatedAt.toISOString(),
})

const withEvidence = { evidence: { orderBy: { id: 'asc' } } } as const

export type NewAnswer = { capability: string } & AnswerInput

export const answerRepository = (tx: Tx, organizationId: string) => {
  const at = (assessmentId: string, capability: string) => ({
    organizationId_assessmentId_capability: { organizationId, assessmentId, capability },
  })
  return {
    async list(assessmentId: string): Promise<Answer[]> {
      const where = { organizationId, assessmentId }
      return (await tx.answer.findMany({ where, include: withEvidence, orderBy: { capability: 'asc' } })).map(toAnswer)
    },
    /** Null while the capability has no answer. */
    async get(assessmentId: string, capability: string): Promise<(Answer & { id: string }) | null> {
      const row = await tx.answer.findUnique({ where: at(assessmentId, capability), include: withEvidence })
      return row && { ...toAnswer(row), id: row.id }
    },
    /** Writes one answer a capability, over any earlier one; its evidence stays. */
    async put(assessmentId: string, answers: readonly NewAnswer[], by: string, now: Date): Promise<void> {
      const assessed = answers.map((answer) => (answer.status === 'assessed' ? answer : null))
      await tx.$executeRaw`
        INSERT INTO answers
          (organization_id, id, assessment_id, capability, status, stage, target_stage, rationale, updated_by, updated_at)
        SELECT ${organizationId}::uuid, a.id, ${assessmentId}::uuid, a.capability, a.status::"AnswerStatus", a.stage,
          a.target_stage, a.rationale, ${by}, ${now}
        FROM unnest(
          ${answers.map(newId)}::uuid[],
          ${answers.map((answer) => answer.capability)}::text[],
          ${answers.map((answer) => answer.status)}::text[],
          ${assessed.map((answer) => answer?.stage ?? null)}::smallint[],
          ${assessed.map((answer) => answer?.targetStage ?? null)}::smallint[],
          ${answers.map((answer) => answer.rationale)}::text[]
        ) AS a (id, capability, status, stage, target_stage, rationale)
        ON CONFLICT (organization_id, assessment_id, capability) DO UPDATE SET
          status = EXCLUDED.status, stage = EXCLUDED.stage, target_stage = EXCLUDED.target_stage,
          rationale = EXCLUDED.rationale, updated_by = EXCLUDED.updated_by, updated_at = EXCLUDED.updated_at`
    },
    async ids(assessmentId: string): Promise<ReadonlyMap<string, string>> {
      const where = { organizationId, assessmentId }
      const rows = await tx.answer.findMany({ where, select: { id: true, capability: true } })
      return new Map(rows.map((row) => [row.capability, row.id]))
    },
    async remove(id: string): Promise<void> {
      await tx.answer.delete({ where: { organizationId_id: { organizationId, id } } })
    },
  }
}
