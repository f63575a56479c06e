import type { Gap } from '@/lib/model/coverage'

/** The first gap that concerns a place. A gap without a region concerns all places, and a place without one all gaps. */
export const gapAt = (gaps: readonly Gap[], place: { region: string | null }): Gap | undefined =>
  gaps.find(({ region }) => region === null || place.region === null || region === place.region)
