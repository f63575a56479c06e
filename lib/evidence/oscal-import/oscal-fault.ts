import type { OscalFault } from '@/lib/evidence/oscal/walk-oscal'
import { AppError } from '@/lib/kernel/app-error'

export type { OscalFault }

/** More than this nobody reads. */
export const MOST_FAULTS = 100

/** The path of something below another: `catalog.groups[0].controls[2].id`. Empty is the document itself. */
export const under = (path: string, key: string | number): string =>
  typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`

/** Throws `invalid` with every fault as a problem; returns when there are none. */
export function refuseFaults(faults: readonly OscalFault[], what: string): void {
  const [first] = faults
  if (!first) return
  const problems = faults.slice(0, MOST_FAULTS).map(({ path, reason }) => ({ field: path || 'file', reason }))
  const more = faults.length === 1 ? '' : ` There ${faults.length === 2 ? 'is' : 'are'} ${faults.length - 1} more.`
  const where = first.path ? `${first.path} ${first.reason}` : `the file ${first.reason}`
  throw new AppError('invalid', { detail: `Nothing was taken of ${what}: ${where}.${more}`, problems })
}
