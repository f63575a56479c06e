import { Tag } from '@/components/ui/tag'
import type { CapabilityPosture } from '@/lib/model/posture'
import { stageLabel } from '@/lib/presentation/stage'
import { stageStateLabel, stageStateTone } from '@/lib/presentation/verdict'
import { CriterionList } from './criterion-list'

type Props = { org: string; posture: CapabilityPosture; asserts: (check: string) => string }

/** Stage by stage what the checks say of a capability; stages that no check speaks to are named in one line. */
export function CapabilityStages({ org, posture, asserts }: Props) {
  const spoken = posture.stages.filter((one) => one.criteria.length > 0)
  const silent = posture.stages.filter((one) => one.criteria.length === 0).map((one) => stageLabel(one.stage))
  return (
    <div className="grid gap-3">
      {spoken.map((one) => (
        <div key={one.stage}>
          <p className="mb-1.5 flex items-center gap-2 font-semibold text-sm">
            {stageLabel(one.stage)}
            <Tag tone={stageStateTone(one.state)}>{stageStateLabel(one.state)}</Tag>
          </p>
          <CriterionList org={org} criteria={one.criteria} asserts={asserts} />
        </div>
      ))}
      {silent.length === 0 ? null : (
        <p className="text-ink-3 text-xs">
          No check speaks to {silent.join(', ')}: evidence and judgement decide there.
        </p>
      )}
    </div>
  )
}
