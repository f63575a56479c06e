export type Corner = { x: number; y: number }

/** The point at `share` (0 centre, 1 rim) of one of `count` axes, the first pointing up, clockwise. */
export function cornerAt(axis: number, count: number, share: number, radius: number): Corner {
  const angle = (2 * Math.PI * axis) / count - Math.PI / 2
  return { x: round(Math.cos(angle) * share * radius), y: round(Math.sin(angle) * share * radius) }
}

export type RadarShape = {
  /** Lines between neighbouring known corners; nothing crosses a gap. */
  outline: string
  /** The area: the whole polygon, or, with gaps, a wedge for each pair of known neighbours. */
  area: string
  corners: (Corner | null)[]
}

/** The drawing of one series with values from 0 to `max`; null is a gap, never the centre. */
export function radarShape(values: readonly (number | null)[], max: number, radius: number): RadarShape {
  const corners = values.map((value, axis) =>
    value === null ? null : cornerAt(axis, values.length, value / max, radius),
  )
  const sides = corners.flatMap((from, axis) => {
    const to = corners[(axis + 1) % corners.length]
    return from && to ? [{ from, to }] : []
  })
  return {
    corners,
    outline: sides.map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`).join(''),
    area: sides.map(({ from, to }) => `M0 0L${from.x} ${from.y}L${to.x} ${to.y}Z`).join(''),
  }
}

/** A ring through all axes at `share`. */
export const ringPath = (count: number, share: number, radius: number): string =>
  `${Array.from({ length: count }, (_, axis) => cornerAt(axis, count, share, radius))
    .map(({ x, y }, axis) => `${axis === 0 ? 'M' : 'L'}${x} ${y}`)
    .join('')}Z`

const round = (value: number) => Math.round(value * 100) / 100 || 0
