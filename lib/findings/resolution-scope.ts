import type { Gap } from '@/lib/model/coverage'

/**
 * Where absence means that something holds now: findings of this check and account that were not seen are resolved, except
 * in the held regions and, where any is held, those without a region. A null account stands for all.
 */
export type ResolutionScope = { checkId: string; account: string | null; heldRegions: readonly string[] }

/**
 * What an evaluation may resolve; null where a gap without a region covers everything. What was not read has not been
 * seen to hold, so a finding there stays open.
 */
export function resolutionScope(checkId: string, account: string, gaps: readonly Gap[]): ResolutionScope | null {
  const regions = gaps.map(({ region }) => region)
  if (regions.includes(null)) return null
  return { checkId, account, heldRegions: [...new Set(regions.filter((region) => region !== null))] }
}
