import type { LayerId } from '@/lib/model/layer'
import outline from './catalogue/0.1/outline.json'
import type { Outline } from './catalogue-schema'

/** One word for narrow columns; the catalogue carries only the full name. */
const SHORT_NAMES: Record<LayerId, string> = {
  IAM: 'Identity',
  NET: 'Network',
  MON: 'Monitoring',
  POL: 'Policy',
  DAT: 'Data',
}

export type Layer = { id: LayerId; order: number; name: string; shortName: string }

/** The five layers in the framework's order. */
export const layers: readonly Layer[] = (outline as Outline).layers.map((layer) => ({
  ...layer,
  shortName: SHORT_NAMES[layer.id],
}))
