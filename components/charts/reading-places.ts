export type Ring = { x: number; y: number; text: string }
export type PlotArea = { x: number; y: number; width: number; height: number }
export type ReadingPlace = { x: number; y: number }

const CHARACTER_PX = 6.9
const LINE_PX = 15
const BELOW_PX = 21
const ABOVE_PX = -12

/**
 * Where the words of each ring stand, centred on x: under it, else over it, else a line further down, whichever first
 * stays in the plot and off the words already written. All in pixels.
 */
export function readingPlaces(rings: readonly Ring[], area: PlotArea): ReadingPlace[] {
  const taken: { x: number; y: number; half: number }[] = []
  return rings.map((ring) => {
    const half = (ring.text.length * CHARACTER_PX) / 2
    const x = Math.min(Math.max(ring.x, area.x + half), area.x + area.width - half)
    const isFree = (y: number) =>
      y > area.y + LINE_PX &&
      y < area.y + area.height &&
      !taken.some((other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < LINE_PX)
    const y = [BELOW_PX, ABOVE_PX, BELOW_PX + LINE_PX, ABOVE_PX - LINE_PX].map((step) => ring.y + step).find(isFree)
    const place = { x, y: y ?? ring.y + BELOW_PX, half }
    taken.push(place)
    return { x: place.x, y: place.y }
  })
}
