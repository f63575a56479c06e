import type { RolloutGroup, Size } from '@/lib/model/portfolio'

const GROUPS: Record<RolloutGroup, string> = {
  none: 'No layer live',
  'identity-and-network': 'Identity and network only',
  'all-five': 'All five layers',
  other: 'Other sets of layers',
}

/** Which layers are live, in words. */
export const rolloutGroupName = (group: RolloutGroup): string => GROUPS[group]

const SIZES: Record<Size, string> = {
  small: 'Under 1,000 people',
  medium: '1,000 to 4,999 people',
  large: '5,000 people and more',
}

export const sizeName = (size: Size): string => SIZES[size]
