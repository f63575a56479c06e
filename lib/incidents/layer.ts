import { LAYERS, type LayerId } from '@/lib/model/layer'
import { isUnknown } from './unknown-text'

/** The layers' names, which belong to the framework. */
export type LayerNames = Readonly<Record<LayerId, string>>

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^a-z0-9]+/)
    .join(' ')
    .trim()

/** A reader of layers by id or name, in any case and punctuation. Null is "not known"; anything else unreadable gives a reason. */
export function layerReader(names: LayerNames): (text: string) => { layer: LayerId | null } | { reason: string } {
  const known = new Map(
    LAYERS.flatMap((layer) => [[plain(layer), layer] as const, [plain(names[layer]), layer] as const]),
  )
  return (text) => {
    if (isUnknown(text.trim())) return { layer: null }
    const layer = known.get(plain(text.slice(0, 100)))
    if (layer !== undefined) return { layer }
    return {
      reason: `"${text.slice(0, 40).trim()}" is not a layer; use ${LAYERS.map((id) => `${id} (${names[id]})`).join(', ')}`,
    }
  }
}
