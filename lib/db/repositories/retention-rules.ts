import { newId } from '@/lib/kernel/id'
import { RecordKind } from '@/lib/model/record-kind'
import type { RetentionRule } from '@/lib/model/retention'
import type { RetentionRule as Row } from '../generated/client'
import type { Tx } from '../scope'

const toRule = ({ kind, keepDays, reason, updatedBy, updatedAt }: Row): RetentionRule => ({
  kind: RecordKind.parse(kind),
  keepDays,
  reason,
  updatedBy,
  updatedAt: updatedAt.toISOString(),
})

/** How long an organization keeps what; a kind without a row is kept for good. */
export const retentionRuleRepository = (tx: Tx, organizationId: string) => {
  const at = (kind: RecordKind) => ({ organizationId_kind: { organizationId, kind } })
  return {
    async list(): Promise<RetentionRule[]> {
      const rows = (await tx.retentionRule.findMany({ where: { organizationId } })).map(toRule)
      return RecordKind.options.flatMap((kind) => rows.find((rule) => rule.kind === kind) ?? [])
    },
    async put(
      { kind, keepDays, reason }: Pick<RetentionRule, 'kind' | 'keepDays' | 'reason'>,
      by: { name: string; at: Date },
    ): Promise<RetentionRule> {
      const facts = { keepDays, reason, updatedBy: by.name, updatedAt: by.at }
      const create = { organizationId, id: newId(), kind, ...facts }
      return toRule(await tx.retentionRule.upsert({ where: at(kind), create, update: facts }))
    },
    async remove(kind: RecordKind): Promise<void> {
      await tx.retentionRule.deleteMany({ where: { organizationId, kind } })
    },
  }
}
