export type Plot = { width: number; height: number; top: number; bottom: number; left: number; right: number }
export type Spot = { x: number; y: number }

/**
 * Where each value stands in the drawing; null stays null. The scale runs over the values and `level`, with the given
 * room left free; equal values stand in the middle.
 */
export function spotsOf(values: readonly (number | null)[], plot: Plot, level: number | null = null): (Spot | null)[] {
  const y = heightScale(values, plot, level)
  return values.map((value, place) => (value === null ? null : { x: placeX(place, values.length, plot), y: y(value) }))
}

/** The x of a place among `count`; a single one stands in the middle. */
export function placeX(place: number, count: number, { left, right, width }: Plot): number {
  return count < 2 ? width / 2 : left + (place * (width - left - right)) / (count - 1)
}

/** From value to y; the highest value is at the top. */
export function heightScale(
  values: readonly (number | null)[],
  plot: Plot,
  level: number | null,
): (value: number) => number {
  const known = [...values, level].filter((value) => value !== null)
  const low = Math.min(...known)
  const span = Math.max(...known) - low
  const room = plot.height - plot.top - plot.bottom
  return (value) => (span === 0 ? plot.top + room / 2 : plot.top + room * (1 - (value - low) / span))
}

/** The line as SVG path data: one stroke for each run of known values, so a gap stays a gap. */
export function linePath(spots: readonly (Spot | null)[]): string {
  return spots
    .map((spot, place) => (spot === null ? '' : `${spots[place - 1] ? 'L' : 'M'}${round(spot.x)} ${round(spot.y)}`))
    .join('')
}

export const round = (value: number): number => Math.round(value * 100) / 100
