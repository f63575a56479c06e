import type { CapabilityId } from '@/lib/model/layer'
import { layerName } from '@/lib/presentation/layer'
import { type LayerExplanation, nextStageNeeds, scoreSum } from '@/lib/presentation/maturity-explanation'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { scoreText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'

/** One layer's arithmetic: the sums, what was left out, and what the next stage still needs. */
export function LayerSums({ layer }: { layer: LayerExplanation }) {
  const { weights } = layer
  const needs = nextStageNeeds(layer)
  return (
    <section className="border-line border-t pt-3">
      <h3 className="flex justify-between gap-4 font-semibold text-ink text-sm">
        {layerName(layer.layer)}
        <span className="font-normal tabular-nums">
          {stageLabel(layer.stage)}, {scoreText(layer.score)}
        </span>
      </h3>
      <ul className="mt-1 grid gap-0.5 text-xs tabular-nums">
        <li>
          Score {scoreText(layer.score)} = {scoreSum(layer) ?? NOT_KNOWN}
        </li>
        <li>
          Coverage: weight {weights.assessed} of {weights.applicable} assessed; a stage needs {layer.weightToEstablish}
        </li>
        <li>
          Confidence: weight {weights.evidenced} of {weights.applicable} with evidence in date
        </li>
        <LeftOut label="Not assessed" ids={layer.notAssessed} />
        <LeftOut label="Not applicable" ids={layer.notApplicable} />
        <LeftOut label="Capped by checks" ids={layer.cappedByChecks} />
        <LeftOut label="Overridden" ids={layer.overridden} />
      </ul>
      {needs ? <p className="mt-1 text-ink text-xs">{needs}</p> : null}
    </section>
  )
}

const LeftOut = ({ label, ids }: { label: string; ids: readonly CapabilityId[] }) =>
  ids.length === 0 ? null : (
    <li>
      {label}: {ids.join(', ')}
    </li>
  )
