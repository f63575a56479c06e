import type { UnitScope } from '@/lib/model/coverage'

/** A unit as the log of a run names it. */
export const unitName = ({ account, region, service }: UnitScope): string =>
  [account, region ?? 'global', service].join('/')
