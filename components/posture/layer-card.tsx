import ChevronRight from 'lucide-react/icons/chevron-right'
import { StageTag } from '@/components/ladder/stage-tag'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { capability } from '@/lib/framework/capabilities'
import type { CapabilityPosture, LayerPosture } from '@/lib/model/posture'
import { layerName } from '@/lib/presentation/layer'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel, stageTone } from '@/lib/presentation/stage'
import { CapabilityStages } from './capability-stages'

type Props = { org: string; layer: LayerPosture; asserts: (check: string) => string }

/** A layer as the checks support it, and each capability down to the criteria and what was counted. */
export function LayerCard({ org, layer, asserts }: Props) {
  const tone = stageTone(layer.stage)
  return (
    <Card
      title={layerName(layer.layer)}
      note={`Score ${scoreText(layer.score)} over ${shareText(layer.coverage)} of the layer’s weight; confidence ${shareText(layer.confidence)}.`}
      aside={<StageTag label={stageLabel(layer.stage)} tone={tone === 'unknown' ? null : tone} />}
    >
      <ul>
        {layer.capabilities.map((one) => (
          <li key={one.capability} className="border-line border-b last:border-b-0">
            <CapabilityDetails org={org} posture={one} asserts={asserts} isWeakest={one.capability === layer.weakest} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

type DetailsProps = { org: string; posture: CapabilityPosture; asserts: Props['asserts']; isWeakest: boolean }

function CapabilityDetails({ org, posture, asserts, isWeakest }: DetailsProps) {
  const tone = stageTone(posture.supported)
  const criteria = posture.stages.flatMap((one) => one.criteria).length
  return (
    <details className="group">
      <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 text-sm hover:bg-hover">
        <span className="min-w-0">
          <ChevronRight
            aria-hidden="true"
            className="mr-1.5 inline-block size-3.5 text-ink-3 transition-transform group-open:rotate-90"
          />
          <span className="font-medium">{capability(posture.capability).name}</span>{' '}
          <span className="text-ink-3 text-xs">{posture.capability}</span>{' '}
          {isWeakest ? <Tag>weakest of the layer</Tag> : null}
        </span>
        <span className="flex items-center gap-3 text-ink-3 text-xs tabular-nums">
          {criteria === 0 ? 'no checks' : `${shareText(posture.coverage)} of its criteria decided`}
          <StageTag
            label={posture.supported === null ? 'Not shown' : stageLabel(posture.supported)}
            tone={tone === 'unknown' ? null : tone}
          />
        </span>
      </summary>
      <div className="pt-1 pb-4 pl-5">
        <CapabilityStages org={org} posture={posture} asserts={asserts} />
      </div>
    </details>
  )
}
