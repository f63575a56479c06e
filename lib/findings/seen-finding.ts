import type { Provenance } from '@/lib/model/finding'
import type { FindingSeverity } from '@/lib/model/finding-severity'
import { type CapabilityId, LAYERS, type LayerId } from '@/lib/model/layer'
import type { Resource } from '@/lib/model/resource'

/** A failing resource as a run or a file shows it, before it is known whether it is new. */
export type SeenFinding = {
  checkId: string
  /** `check`, or the product whose file it came in. */
  source: string
  subject: Pick<Resource, 'type' | 'id' | 'name' | 'account' | 'region'>
  title: string
  message: string
  severity: FindingSeverity
  /** The main one first; empty is unmapped. */
  capabilities: readonly CapabilityId[]
  detail: Readonly<Record<string, unknown>>
  provenance: Provenance | null
}

/** The layer of the main capability; null when unmapped. */
export const layerOf = (capabilities: readonly CapabilityId[]): LayerId | null =>
  LAYERS.find((layer) => capabilities[0]?.startsWith(`${layer}-`)) ?? null
