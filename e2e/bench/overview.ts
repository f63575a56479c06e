import { bareOverviews } from './bare-overview'
import { withBenchDatabase } from './bench-database'
import { atMost, type Figure, noted } from './figure'
import type { Made, Size } from './fill-organizations'
import { type Installation, withInstallation } from './installation'
import { quantile } from './quantile'

const MILLION: Size = { organizations: 1_000, incidentsEach: 1_000 }
const TEN_THOUSAND: Size = { organizations: 10, incidentsEach: 1_000 }
const WARM_UP = 100
const SAMPLES = 500
const MOST_OF_SMALL = 1.3
const MOST_OF_QUERY = 4

/**
 * The 95th percentile of GET /api/v1/orgs/{org}/overview, asked of the built product over HTTP with a bearer token: with
 * 1,000 organizations and a million incidents against ten such organizations and ten thousand, and against one bare SQL
 * query for the same rows. All take turns, so that whatever else the machine does meets them all.
 */
export async function* bench(): AsyncGenerator<Figure> {
  yield* await withBenchDatabase((many) =>
    withBenchDatabase((few) =>
      withInstallation(many, MILLION, (large) =>
        withInstallation(few, TEN_THOUSAND, async (small) =>
          figures(await takeTurns(large, small, await bareOverviews(many.appUrl))),
        ),
      ),
    ),
  )
}

type Bare = Awaited<ReturnType<typeof bareOverviews>>
type Times = Record<'large' | 'small' | 'query' | 'prepared', number>

async function takeTurns(large: Installation, small: Installation, bare: Bare): Promise<Times[]> {
  const times: Times[] = []
  try {
    for (let turn = 0; turn < WARM_UP + SAMPLES; turn += 1) {
      const organization = nth(large.organizations, turn)
      times.push({
        large: await large.overview(organization),
        query: await bare.overview(organization),
        small: await small.overview(nth(small.organizations, turn)),
        prepared: await bare.preparedOverview(organization),
      })
    }
  } finally {
    await bare.end()
  }
  return times.slice(WARM_UP)
}

function nth(made: readonly Made[], turn: number): Made {
  const one = made[turn % made.length]
  if (!one) throw new Error('there is no organization')
  return one
}

function figures(times: readonly Times[]): Figure[] {
  const p95 = (of: keyof Times) =>
    quantile(
      times.map((one) => one[of]),
      0.95,
    )
  const [large, small, query, prepared] = [p95('large'), p95('small'), p95('query'), p95('prepared')]
  const ms = (metric: string, value: number) => noted({ bench: 'overview', metric, value, unit: 'ms' })
  const ratio = (metric: string, value: number) => ({ bench: 'overview', metric, value, unit: 'ratio' })
  return [
    ms('p95 at 1,000 organizations and 1 M incidents', large),
    ms('p95 at 10 k incidents', small),
    ms('p95 of one SQL query', query),
    atMost(MOST_OF_SMALL, ratio('1 M incidents against 10 k', large / small)),
    atMost(MOST_OF_QUERY, ratio('against one SQL query', large / query)),
    noted(ratio('against the same query prepared before', large / prepared)),
  ]
}
