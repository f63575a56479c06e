/**
 * The `share` quantile (0..1) of values sorted ascending, by linear interpolation between closest ranks: type 7 of
 * Hyndman & Fan (1996), the default of R and numpy and PostgreSQL's `percentile_cont`, so SQL gives the same figure.
 * Null when there is no value.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  const rank = (sorted.length - 1) * share
  const below = sorted[Math.floor(rank)]
  const above = sorted[Math.ceil(rank)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (rank - Math.floor(rank))
}
