import type { Instant } from '@/lib/model/instant'

const DAY = 24 * 60 * 60 * 1000

/** Days from one instant to another, with fractions; negative when `to` is the earlier one. */
export const daysBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / DAY
