import { layers } from '@/lib/framework/layers'
import type { LayerId } from '@/lib/model/layer'

const byId = new Map(layers.map((layer) => [layer.id, layer]))

/** `Data Protection`, for headings and rows. */
export const layerName = (id: LayerId): string => byId.get(id)?.name ?? id

/** `Data`, for narrow columns and markers. */
export const layerShortName = (id: LayerId): string => byId.get(id)?.shortName ?? id

const NOUNS: Record<LayerId, string> = {
  IAM: 'identity',
  NET: 'network segmentation',
  MON: 'monitoring',
  POL: 'policy enforcement',
  DAT: 'data protection',
}

/** The layer inside a sentence. */
export const layerNoun = (id: LayerId): string => NOUNS[id]

/** The colour of a layer's rollout marker; never used for a stage. */
export type LayerTone = 'l1' | 'l2' | 'l3' | 'l4' | 'l5'

const TONES: Record<LayerId, LayerTone> = { IAM: 'l1', NET: 'l2', MON: 'l3', POL: 'l4', DAT: 'l5' }

export const layerTone = (id: LayerId): LayerTone => TONES[id]
