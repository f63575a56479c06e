import { TextField } from '@/components/ui/text-field'
import { layers } from '@/lib/framework/layers'
import type { LayerRollout } from '@/lib/model/deployment'
import { layerName } from '@/lib/presentation/layer'

type Props = { rollouts: readonly LayerRollout[]; reason: (field: string) => string | undefined }

/** Two dates a layer. An empty date means it has not happened. */
export const RolloutFields = ({ rollouts, reason }: Props) => (
  <fieldset className="min-w-0">
    <legend className="font-semibold text-base">Dates of each layer</legend>
    <p className="mt-0.5 mb-3 text-ink-3 text-xs">
      They drive every before and after view: the baseline is the six months before the first layer began, and readings
      count from the month in which the first layer went live. Leave a date empty while it has not happened.
    </p>
    <div className="grid gap-x-4 gap-y-3">
      {layers.map(({ id: layer }, i) => {
        const rollout = rollouts.find((r) => r.layer === layer)
        return (
          <fieldset
            key={layer}
            aria-labelledby={`rollout-${layer}`}
            className="grid min-w-0 items-start gap-x-4 gap-y-2 border-line border-t pt-3 sm:grid-cols-2 md:grid-cols-[1fr_11rem_11rem]"
          >
            <p id={`rollout-${layer}`} className="font-medium text-sm sm:col-span-2 md:col-span-1 md:pt-6">
              {layerName(layer)}
            </p>
            <TextField
              label="Rollout began"
              type="date"
              name={`${layer}.beganOn`}
              defaultValue={rollout?.beganOn ?? ''}
              error={reason(`rollouts.${i}.beganOn`)}
            />
            <TextField
              label="Went live"
              type="date"
              name={`${layer}.liveOn`}
              defaultValue={rollout?.liveOn ?? ''}
              error={reason(`rollouts.${i}.liveOn`)}
            />
          </fieldset>
        )
      })}
    </div>
  </fieldset>
)
