import { CapabilitiesCard } from '@/components/maturity/capabilities-card'
import { HistoryCard } from '@/components/maturity/history-card'
import { LayersCard } from '@/components/maturity/layers-card'
import { MaturityHow } from '@/components/maturity/maturity-how'
import { RadarCard } from '@/components/maturity/radar-card'
import { explainMaturity } from '@/lib/maturity/explain-maturity'
import type { AssessedMaturity } from '@/lib/model/maturity-at'
import { isLatestOfDay } from '@/lib/presentation/latest-of-day'
import { paths } from '@/lib/queries/paths'
import type { loadMaturity } from './load-maturity'
import type { MaturityQuery } from './maturity-query'

type Loaded = Awaited<ReturnType<typeof loadMaturity>>
type Props = {
  org: string
  asked: MaturityQuery
  current: AssessedMaturity
  earlier: Loaded['earlier']
  points: Loaded['points']
  to: (change: MaturityQuery) => string
}

/** The layers as ladder and shape, their capabilities, and what was approved before. */
export function LayersSection({ org, asked, current: { maturity, assessment }, earlier, points, to }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <LayersCard
        maturity={maturity}
        comparison={earlier?.change ?? null}
        hrefOf={(layer) => `${to({ layer })}#capabilities`}
        how={
          <MaturityHow explanation={explainMaturity(maturity)} assessmentHref={paths.assessment(org, assessment.id)} />
        }
      />
      <div className="grid gap-4 @4xl/main:grid-cols-[26rem_minmax(0,1fr)]">
        <RadarCard maturity={maturity} earlier={earlier?.maturity ?? null} />
        <HistoryCard
          points={points}
          shown={assessment.id}
          compared={earlier?.assessment.id ?? null}
          hrefOf={(point, place) => {
            const isShown = isLatestOfDay(point, place, points)
            return {
              show: isShown ? to({ at: point.asOf, compare: undefined }) : null,
              compare: isShown && point.asOf < assessment.asOf ? to({ compare: point.asOf }) : null,
              answers: paths.assessment(org, point.assessment.id),
            }
          }}
        />
      </div>
      <CapabilitiesCard
        layers={maturity.layers}
        layer={asked.layer ?? null}
        layerHref={(layer) => to({ layer: layer ?? undefined })}
        capabilityHref={(capability) => paths.assessment(org, assessment.id, capability)}
      />
    </div>
  )
}
