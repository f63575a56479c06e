import { AppError } from '@/lib/kernel/app-error'
import type { CapabilityId, LayerId } from '@/lib/model/layer'
import outline from './catalogue/0.1/outline.json'
import type { Outline, Weight } from './catalogue-schema'

export type Capability = { id: CapabilityId; layer: LayerId; name: string; weight: Weight }

/** All capabilities, layer by layer in the framework's order. Weights 1 to 3 are expert judgement. */
export const capabilities: readonly Capability[] = (outline as Outline).capabilities

const byId: ReadonlyMap<string, Capability> = new Map(capabilities.map((one) => [one.id, one]))

export const isCapability = (id: string): boolean => byId.has(id)

/** The capability of that id. Throws not-found for an id this version of the framework does not have. */
export function capability(id: string): Capability {
  const found = byId.get(id)
  if (!found) throw new AppError('not-found', { detail: `Framework ${outline.version} has no capability ${id}` })
  return found
}

export const capabilitiesOf = (layer: LayerId): readonly Capability[] =>
  capabilities.filter((one) => one.layer === layer)
