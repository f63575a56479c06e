import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { capability, isCapability } from '@/lib/framework/capabilities'
import type { FindingEffect, FixEffect } from '@/lib/model/finding-change'
import { LayerId } from '@/lib/model/layer'
import { layerName } from '@/lib/presentation/layer'
import { countText } from '@/lib/presentation/number'
import { scoreText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'

type Props = { effect: FindingEffect; accepted: boolean }

/** What would change if it were fixed. An accepted risk changes nothing: this is what it costs. */
export function EffectCard({ effect: { one, check }, accepted }: Props) {
  const cost = accepted ? 'Its risk is accepted, and it counts as failing all the same.' : undefined
  return (
    <Card title="If fixed" note={cost}>
      <Effect effect={one} nothing="Fixing this one alone changes no stage and no score." />
      {check.findings > 1 ? (
        <>
          <h3 className="mt-4 font-semibold text-sm">If all {countText(check.findings)} of its check are fixed</h3>
          <Effect effect={check} nothing="No stage and no score changes: other checks keep them where they are." />
        </>
      ) : null}
    </Card>
  )
}

function Effect({ effect: { capabilities, layers }, nothing }: { effect: FixEffect; nothing: string }) {
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
