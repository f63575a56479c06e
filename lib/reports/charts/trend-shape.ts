import type { TrendLine } from '../report'

export type TrendShape = {
  /** Stretches of known months; a gap ends one. */
  paths: readonly string[]
  band: { x: number; width: number } | null
  /** Height of the baseline's mean. */
  level: { y: number; from: number; to: number } | null
  markers: readonly { x: number; tone: string; label: string }[]
  dots: readonly { x: number; y: number }[]
  years: readonly { x: number; text: string }[]
  top: number
}

type Size = { width: number; height: number }

/** Where a metric's months, its baseline and the days its layers went live stand in a box of points, the origin top left. */
export function trendShape(
  { points, baseline, markers, readings, domain }: TrendLine,
  { width, height }: Size,
): TrendShape {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const top = domain?.[1] ?? niceTop(Math.max(baseline?.level ?? 0, ...known))
  const step = width / Math.max(1, points.length)
  const places = new Map(points.map(({ x }, i) => [x, (i + 0.5) * step]))
  const xOf = (x: string): number | null => places.get(x) ?? null
  const yOf = (value: number): number => height - (Math.min(value, top) / top) * height
  const [from, to] = [xOf(baseline?.from ?? ''), xOf(baseline?.to ?? '')]
  const band = to === null ? null : { x: (from ?? step / 2) - step / 2, width: to - (from ?? step / 2) + step }
  const valueAt = new Map(points.map(({ x, value }) => [x, value]))
  return {
    paths: pathsOf(points.map(({ x, value }) => (value === null ? null : { x: xOf(x) ?? 0, y: yOf(value) }))),
    band,
    level: baseline?.level == null || band === null ? null : { y: yOf(baseline.level), from: band.x, to: width },
    markers: markers.flatMap(({ x, tone, label }) => {
      const at = xOf(x)
      return at === null ? [] : [{ x: at, tone, label }]
    }),
    dots: readings.flatMap(({ x }) => {
      const [at, value] = [xOf(x), valueAt.get(x) ?? null]
      return at === null || value === null ? [] : [{ x: at, y: yOf(value) }]
    }),
    years: points.flatMap(({ x, group }) =>
      group === undefined ? [] : [{ x: (xOf(x) ?? 0) - step / 2, text: group }],
    ),
    top,
  }
}

/** A month with unknown neighbours is drawn as a short stroke, so that it is seen at all. */
function pathsOf(corners: readonly ({ x: number; y: number } | null)[]): string[] {
  const runs: { x: number; y: number }[][] = [[]]
  for (const corner of corners) {
    if (corner) runs.at(-1)?.push(corner)
    else if (runs.at(-1)?.length) runs.push([])
  }
  return runs.flatMap((run) => {
    const [first] = run
    if (!first) return []
    if (run.length === 1) return [`M${round(first.x - 1)} ${round(first.y)}L${round(first.x + 1)} ${round(first.y)}`]
    return [run.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')]
  })
}

const round = (value: number): number => Math.round(value * 100) / 100

/** The next 1, 2, 2.5 or 5 times a power of ten that holds the value with a little room; 1 for none. */
function niceTop(most: number): number {
  if (most <= 0) return 1
  const room = most * 1.05
  const power = 10 ** Math.floor(Math.log10(room))
  return (([1, 2, 2.5, 5, 10] as const).find((step) => step * power >= room) ?? 10) * power
}
