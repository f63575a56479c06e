/** A named place on the track, `at` from 0 to 100. */
export type ScaleStep = { at: number; label: string }

export type Segment = { from: number; to: number }

/** The stretches between neighbouring steps, in order; fewer than two steps give one stretch over the whole track. */
export function segmentsOf(scale: readonly ScaleStep[]): Segment[] {
  const stops = scale.map((step) => step.at).sort((a, b) => a - b)
  if (stops.length < 2) return [{ from: 0, to: 100 }]
  return stops.slice(1).map((to, index) => ({ from: stops[index] ?? 0, to }))
}

/** How much of a stretch lies below the score, from 0 to 1. A score of null fills nothing. */
export function filledShare({ from, to }: Segment, score: number | null): number {
  if (score === null || to <= from) return 0
  return Math.min(1, Math.max(0, (score - from) / (to - from)))
}

/** Keeps a mark on the track. */
export const onTrack = (at: number): number => Math.min(100, Math.max(0, at))
