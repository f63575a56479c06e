import { Facts } from '@/components/ui/facts'
import { capability, isCapability } from '@/lib/framework/capabilities'
import type { FixEffect } from '@/lib/model/finding-change'
import { LayerId } from '@/lib/model/layer'
import { layerName } from '@/lib/presentation/layer'
import { scoreText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'

/** Stages and scores that would differ, from what they are to what they would be. */
export function FixEffectList({ effect: { capabilities, layers }, nothing }: { effect: FixEffect; nothing: string }) {
  if (capabilities.length === 0 && layers.length === 0) return <p className="mt-1 text-ink-2 text-sm">{nothing}</p>
  return (
    <Facts
      items={[
        ...capabilities.map(({ capability: id, from, to }) => ({
          term: isCapability(id) ? `${capability(id).name} (${id})` : id,
          value: `${stageLabel(from)} → ${stageLabel(to)}`,
        })),
        ...layers.map(({ layer, from, to }) => ({
          term: nameOf(layer),
          value: `${scoreText(from)} → ${scoreText(to)}`,
        })),
      ]}
    />
  )
}

function nameOf(layer: string): string {
  const known = LayerId.safeParse(layer)
  return known.success ? layerName(known.data) : layer
}
