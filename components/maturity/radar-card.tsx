import { RadarChart } from '@/components/charts/radar-chart'
import type { Maturity } from '@/lib/model/maturity'
import { dayText } from '@/lib/presentation/date'
import { STAGE_SCALE } from '@/lib/presentation/ladder-entries'
import { radarAxes } from '@/lib/presentation/radar-axes'

/** The five layers as one shape; a second date as a second shape over it. */
export const RadarCard = ({ maturity, earlier }: { maturity: Maturity; earlier: Maturity | null }) => (
  <RadarChart
    title="The shape of it"
    note="Score of each layer, 0 in the centre, 100 at the rim."
    fileName={`maturity-${maturity.asOf}`}
    summary={`Score of each layer on ${dayText(maturity.asOf)}.`}
    axes={radarAxes(maturity, earlier)}
    rings={STAGE_SCALE.slice(1)}
    valueLabel={dayText(maturity.asOf)}
    secondLabel={earlier ? dayText(earlier.asOf) : undefined}
  />
)
