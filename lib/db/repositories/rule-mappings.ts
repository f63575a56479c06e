import { newId } from '@/lib/kernel/id'
import type { RuleMapping, RuleSeen } from '@/lib/model/rule-mapping'
import type { Tx } from '../scope'
import { COUNT_MOVED, COUNTED } from './finding-merge'
import { namedSql } from './named-sql'

/** Most rules a page of the table names; a scanner has at most some thousands. */
const MOST = 5_000

/** What an organization says itself about which capability a rule of another scanner speaks to. */
export const ruleMappingRepository = (tx: Tx, organizationId: string) => ({
  /** By rule, of one product. An empty capability says: to none. */
  async of(product: string): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.ruleMapping.findMany({ where: { organizationId, product } })
    return new Map(rows.map(({ rule, capability }) => [rule, capability]))
  },
  /** Every rule of another scanner that findings are of, with how many there are and what they are mapped to. */
  seen: (): Promise<RuleSeen[]> => tx.$queryRaw`
    SELECT f.source AS product, f.check_id AS rule, min(f.title) AS title, count(*)::int AS findings,
      count(*) FILTER (WHERE f.state = 'open')::int AS open, min(array_to_string(f.capabilities, ',')) AS capabilities,
      m.capability AS "ownCapability", m.updated_by AS "updatedBy"
    FROM findings f
    LEFT JOIN rule_mappings m
      ON m.organization_id = f.organization_id AND m.product = f.source AND m.rule = f.check_id
    WHERE f.organization_id = ${organizationId}::uuid AND f.source <> 'check'
    GROUP BY f.source, f.check_id, m.capability, m.updated_by
    ORDER BY (min(array_to_string(f.capabilities, ',')) = '') DESC, count(*) DESC, f.source, f.check_id LIMIT ${MOST}`,
  async put({ product, rule, capability }: RuleMapping, by: { name: string; at: Date }): Promise<void> {
    const facts = { capability: capability ?? '', updatedBy: by.name, updatedAt: by.at }
    await tx.ruleMapping.upsert({
      where: { organizationId_product_rule: { organizationId, product, rule } },
      create: { organizationId, id: newId(), product, rule, ...facts },
      update: facts,
    })
  },
  /** Findings of the rule follow at once, and the counts with them. Returns how many there are. */
  async apply({ product, rule, capability }: RuleMapping): Promise<number> {
    await tx.$queryRaw`
      SELECT id FROM connections WHERE organization_id = ${organizationId}::uuid AND id IN (
        SELECT connection_id FROM findings WHERE organization_id = ${organizationId}::uuid
          AND source = ${product} AND check_id = ${rule}) ORDER BY id FOR NO KEY UPDATE`
    const which = `known.organization_id = @organization::uuid AND known.source = @product AND known.check_id = @rule`
    const statement = `WITH before AS (SELECT ${COUNTED('known')} FROM findings known WHERE ${which}),
      changed AS (UPDATE findings known SET capabilities = @capabilities::text[], layer = @layer::"Layer" WHERE ${which}
        RETURNING ${COUNTED('known')}),
      moved AS (SELECT *, -1 AS n FROM before UNION ALL SELECT *, 1 FROM changed),
      counted AS (${COUNT_MOVED})
      SELECT count(*)::int AS n FROM changed`
    const values = {
      organization: organizationId,
      product,
      rule,
      capabilities: capability === null ? '{}' : `{${capability}}`,
      layer: capability === null ? null : capability.slice(0, 3),
    }
    const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(...namedSql(statement, values))
    await tx.$executeRaw`DELETE FROM finding_counts WHERE organization_id = ${organizationId}::uuid AND findings = 0`
    return row?.n ?? 0
  },
})
