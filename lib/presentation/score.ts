import { NBSP, NOT_KNOWN, toPercent } from './number'

/** Whole, but 100 is said only of all and 0 only of nothing: 99.6 reads 99, and 0.4 reads 1. */
function whole(value: number): number {
  const rounded = Math.round(value)
  if (rounded >= 100 && value < 100) return 99
  return rounded <= 0 && value > 0 ? 1 : rounded
}

/** A score 0..100 as a whole number: `74`. */
export const scoreText = (score: number | null): string => (score === null ? NOT_KNOWN : String(whole(score)))

/** A share 0..1 in whole percent: `94 %`. */
export const shareText = (share: number | null): string =>
  share === null ? NOT_KNOWN : `${whole(toPercent(share))}${NBSP}%`
