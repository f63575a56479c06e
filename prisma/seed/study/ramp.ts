/** Month, counted from go-live, in which the change is fastest, and how many months its middle takes. */
const MIDDLE = 4.5
const WIDTH = 1.2
const LAST = 12

const logistic = (month: number): number => 1 / (1 + Math.exp(-(month - MIDDLE) / WIDTH))

/**
 * The share of the whole change that has happened in a month since go-live: 0 before it (month 0 and earlier), 1 at
 * month 12. S-shaped and steepest between months 3 and 6, as the paper describes it.
 */
export function ramp(month: number): number {
  if (month <= 0) return 0
  return (logistic(Math.min(month, LAST)) - logistic(0)) / (logistic(LAST) - logistic(0))
}

/** A burden's aim in a month since go-live. */
export const aimIn = (month: number, { before, after }: { before: number; after: number }): number =>
  before + (after - before) * ramp(month)
