export type RadarAxis = {
  label: string
  /** null is not established: a gap. */
  value: number | null
  /** A second series, for example a target or an earlier date. */
  second?: number | null
  /** Under the label, for example the stage in words. */
  caption?: string
}

export type RadarRing = { at: number; label: string }
