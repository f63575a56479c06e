import { StageTag } from '@/components/ladder/stage-tag'
import { Card } from '@/components/ui/card'
import type { CapabilityPosture } from '@/lib/model/posture'
import { instantText } from '@/lib/presentation/date'
import { stageLabel, stageTone } from '@/lib/presentation/stage'
import { CapabilityStages } from './capability-stages'

type Props = {
  org: string
  /** When the facts were measured; null when no run had ended by the day in question. */
  at: string | null
  posture: CapabilityPosture | null
  asserts: (check: string) => string
}

/** Beside an assessor's answer: what the checks show of the capability, and what they take from it. */
export function PostureCard({ org, at, posture, asserts }: Props) {
  const speaks = posture?.stages.some((one) => one.criteria.length > 0) ?? false
  if (at === null || !posture)
    return (
      <Card title="What the checks show">
        <p className="text-ink-2 text-sm">No run of a connection had ended by the day this speaks for.</p>
      </Card>
    )
  if (!speaks)
    return (
      <Card title="What the checks show">
        <p className="text-ink-2 text-sm">No check speaks to this capability: evidence and judgement decide.</p>
      </Card>
    )
  return (
    <Card title="What the checks show" note={`Measured ${instantText(at)}.`}>
      <p className="mb-3 text-sm">
        Supported: <Supported posture={posture} />
        {posture.ceiling === null ? null : (
          <span className="block text-ink-2 text-xs">
            A check contradicts what lies above {stageLabel(posture.ceiling)}; a higher stage counts as{' '}
            {stageLabel(posture.ceiling)}.
          </span>
        )}
      </p>
      <CapabilityStages org={org} posture={posture} asserts={asserts} />
    </Card>
  )
}

function Supported({ posture: { supported } }: { posture: CapabilityPosture }) {
  const tone = stageTone(supported)
  return (
    <StageTag
      label={supported === null ? 'not shown' : stageLabel(supported)}
      tone={tone === 'unknown' ? null : tone}
    />
  )
}
