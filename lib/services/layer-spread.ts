import { LAYERS, type LayerId } from '@/lib/model/layer'
import type { LayerSpread, PortfolioRow } from '@/lib/model/portfolio'

type Rated = Pick<PortfolioRow, 'maturity'>

/** How many organizations stand at which stage of each layer; without an approved assessment they are not assessed. */
export const layerSpread = (rows: readonly Rated[]): LayerSpread[] =>
  LAYERS.map((layer) => {
    const found = rows.map((row) => standingOf(layer, row))
    const count = (wanted: (typeof found)[number]) => found.filter((one) => one === wanted).length
    return {
      layer,
      stages: [count(0), count(1), count(2), count(3)],
      notEstablished: count('not-established'),
      notAssessed: count('not-assessed'),
    }
  })

function standingOf(layer: LayerId, { maturity }: Rated) {
  const standing = maturity?.layers.find((one) => one.layer === layer)
  if (!standing || standing.coverage === 0) return 'not-assessed' as const
  return standing.stage ?? ('not-established' as const)
}
