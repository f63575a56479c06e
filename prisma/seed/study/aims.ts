import { PUBLISHED_STUDY } from '@/lib/metrics/published-study'
import type { MetricId } from '@/lib/model/outcome'
import { BURDENS, type Burden, type Effect, type Profile } from './profile'

/** What an organization's records are drawn around: the mean before and the mean at month 12, by burden. */
export type Aims = Record<Burden, { before: number; after: number }>

const METRIC_OF: Record<Burden, MetricId> = { incidents: 'incidents', mttd: 'mttd', mttr: 'mttr', failing: 'passRate' }

/** The published means, as burdens: the failing share is what the pass rate leaves. */
function publishedMeans(burden: Burden): { before: number; after: number } {
  const found = PUBLISHED_STUDY.metrics.find(({ metric }) => metric === METRIC_OF[burden])
  if (!found) throw new RangeError(`no published figure for ${burden}`)
  const { baseline, month12 } = found
  return burden === 'failing' ? { before: 1 - baseline, after: 1 - month12 } : { before: baseline, after: month12 }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function solve(profiles: readonly Profile[], burden: Burden): { before: number; after: number }[] {
  const mean = publishedMeans(burden)
  const scale = (mean.before * profiles.length) / sum(profiles.map((one) => one.burdens[burden].before))
  const scaled: (Effect & { moves: boolean })[] = profiles.map(({ burdens, layers }) => ({
    before: burdens[burden].before * scale,
    change: burdens[burden].change,
    moves: layers === 5,
  }))
  const missing = mean.after * profiles.length - sum(scaled.map((one) => one.before * (1 + one.change)))
  const shift = missing / sum(scaled.map((one) => (one.moves ? one.before : 0)))
  return scaled.map(({ before, change, moves }) => ({ before, after: before * (1 + change + (moves ? shift : 0)) }))
}

/**
 * Aims of every organization, in the given order, whose means over the organizations are the published ones: baselines
 * are scaled together, and the changes of the five-layer organizations are shifted together: with three near 30 %, a mean
 * of 60 % can only come from more than 60 % in the other nine.
 */
export function aimsOf(profiles: readonly Profile[]): Aims[] {
  const solved = new Map(BURDENS.map((burden) => [burden, solve(profiles, burden)]))
  const of = (burden: Burden, at: number) => {
    const aim = solved.get(burden)?.[at]
    if (!aim) throw new RangeError(`no aim for organization ${at}`)
    return aim
  }
  return profiles.map((_, at) => ({
    incidents: of('incidents', at),
    mttd: of('mttd', at),
    mttr: of('mttr', at),
    failing: of('failing', at),
  }))
}
