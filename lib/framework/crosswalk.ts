import { AppError } from '@/lib/kernel/app-error'
import { capability } from './capabilities'
import rows from './catalogue/0.1/crosswalk.json'
import references from './catalogue/0.1/references.json'
import type { CrosswalkRow } from './catalogue-schema'
import { STANDARDS, type StandardId } from './standards'

/** How far an edge can be relied upon: a practitioner reviewed it, a second source supports it, or it is judgement only. */
export type EdgeLabel = 'reviewed' | 'corroborated' | 'judgement'

export type Review = { by: string; on: string }

export type CrosswalkEdge = {
  standard: StandardId
  /** The requirement's id as its standard writes it; for CISA `Pillar / Function`. */
  id: string
  /** null where the licence allows ids only, or where the id already is the title. */
  title: string | null
  /** Independent sources that support the edge; see `provenance.verification.edges`. */
  corroboratedBy: readonly string[]
  /** Who reviewed the edge and on which day; null when nobody has. */
  review: Review | null
  label: EdgeLabel
}

/** A review outranks corroboration; without either an edge is the authors' judgement. Version 0.1 carries no review. */
export const edgeLabel = (review: Review | null, corroboratedBy: readonly string[]): EdgeLabel => {
  if (review) return 'reviewed'
  return corroboratedBy.length > 0 ? 'corroborated' : 'judgement'
}

const byCapability: ReadonlyMap<string, CrosswalkRow> = new Map(Object.entries(rows))

const titles: Partial<Record<StandardId, ReadonlyMap<string, string>>> = {
  nist_800_53_r5: new Map(Object.entries(references.nist80053Titles)),
  nist_800_207_tenets: new Map(Object.entries(references.nist800207Tenets)),
}

function requirementsOf(row: CrosswalkRow, standard: StandardId): { id: string; corroboratedBy: readonly string[] }[] {
  if (standard === 'cisa_ztmm_2_0')
    return row.cisa_ztmm_2_0.map((edge) => ({ id: `${edge.pillar} / ${edge.function}`, corroboratedBy: [] }))
  if (standard === 'nist_800_207_tenets') return row.nist_800_207_tenets.map((id) => ({ id, corroboratedBy: [] }))
  return row[standard]
}

function rowOf(id: string): CrosswalkRow {
  const row = byCapability.get(capability(id).id)
  if (!row) throw new AppError('internal', { reason: `catalogue without crosswalk for ${id}` })
  return row
}

/**
 * The requirements of eight standards that a capability touches, in the order of `STANDARDS`. The relation is "intersects
 * with": meeting the capability does not meet the requirement. Show `MAPPING_NOTE` and the caveat beside it.
 * Throws not-found for an unknown capability.
 */
export function crosswalkOf(id: string): readonly CrosswalkEdge[] {
  const row = rowOf(id)
  return STANDARDS.flatMap((standard) =>
    requirementsOf(row, standard).map((edge) => ({
      standard,
      ...edge,
      title: titles[standard]?.get(edge.id) ?? null,
      review: null,
      label: edgeLabel(null, edge.corroboratedBy),
    })),
  )
}

/** What a reader of these edges must know; null when nothing is. Throws not-found for an unknown capability. */
export const crosswalkCaveat = (id: string): string | null => rowOf(id).caveat
