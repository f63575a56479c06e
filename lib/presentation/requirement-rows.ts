import { type Capability, capabilities } from '@/lib/framework/capabilities'
import { crosswalkOf, type EdgeLabel } from '@/lib/framework/crosswalk'
import type { StandardId } from '@/lib/framework/standards'
import type { CapabilityMaturity, Maturity } from '@/lib/model/maturity'

export type RequirementRow = {
  id: string
  /** null where the licence allows ids only. */
  title: string | null
  capabilities: { capability: Capability; label: EdgeLabel; standing: CapabilityMaturity | null }[]
}

/** `A.5.2` before `A.5.10`: parts that are numbers compare as numbers. */
const inOrder = new Intl.Collator('en', { numeric: true }).compare

/**
 * A standard's requirements that some capability touches, in the standard's order, each with those capabilities and where
 * they stand. Touching is not meeting: no stage is worked out for a requirement. Large data: for the server only.
 */
export function requirementRows(standard: StandardId, maturity: Pick<Maturity, 'layers'>): RequirementRow[] {
  const standing = new Map(maturity.layers.flatMap((layer) => layer.capabilities.map((one) => [one.capability, one])))
  const rows = new Map<string, RequirementRow>()
  for (const capability of capabilities) {
    for (const edge of crosswalkOf(capability.id)) {
      if (edge.standard !== standard) continue
      const row = rows.get(edge.id) ?? { id: edge.id, title: edge.title, capabilities: [] }
      row.capabilities.push({ capability, label: edge.label, standing: standing.get(capability.id) ?? null })
      rows.set(edge.id, row)
    }
  }
  return [...rows.values()].sort((a, b) => inOrder(a.id, b.id))
}
