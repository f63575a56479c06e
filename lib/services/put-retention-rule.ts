import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { RetentionRule, RetentionRuleInput } from '@/lib/model/retention'
import { authorize } from './authorize'

type Input = { org: string; rule: RetentionRuleInput; now?: Date }

/**
 * Says how long one kind of record is kept, or that it is kept for good. It removes nothing: what is past its time goes
 * once somebody agreed to a report of it. Throws not-found, forbidden, step-up.
 */
export async function putRetentionRule(
  actor: Actor,
  { org, rule: { kind, keepDays, reason }, now = new Date() }: Input,
): Promise<{ items: RetentionRule[] }> {
  const admitted = await authorize(actor, org, 'retention:write')
  return forOrganization(admitted, async ({ retentionRules, audit }) => {
    const before = (await retentionRules.list()).find((one) => one.kind === kind)
    const after =
      keepDays === null
        ? await retentionRules.remove(kind)
        : await retentionRules.put({ kind, keepDays, reason }, { name: actor.name, at: now })
    const detail = { keepDays, reason, before: before?.keepDays ?? null }
    await audit.append(actor, { action: 'retention.changed', subject: kind, detail, before, after: after ?? undefined })
    return { items: await retentionRules.list() }
  })
}
