import type { Random } from '../random'

/** Spread of log durations: the slowest tenth takes about three times as long as the typical one. */
const SIGMA = 0.7
const SHORTEST_SECONDS = 120

/** Right-skewed durations in whole seconds whose mean is the given hours, but for rounding. */
export function durations(random: Random, count: number, meanHours: number): number[] {
  const drawn = Array.from({ length: count }, () => Math.exp(SIGMA * random.normal()))
  const mean = drawn.reduce((total, value) => total + value, 0) / count
  return drawn.map((value) => Math.max(SHORTEST_SECONDS, Math.round((value / mean) * meanHours * 3600)))
}
