import type { Burden, Effect } from './profile'

/** Burdens as a row: before and change of incidents a month, hours to detect, hours to resolve, failing share. */
export const effects = (
  incidents: readonly [number, number],
  mttd: readonly [number, number],
  mttr: readonly [number, number],
  failing: readonly [number, number],
): Record<Burden, Effect> => ({
  incidents: { before: incidents[0], change: incidents[1] },
  mttd: { before: mttd[0], change: mttd[1] },
  mttr: { before: mttr[0], change: mttr[1] },
  failing: { before: failing[0], change: failing[1] },
})
