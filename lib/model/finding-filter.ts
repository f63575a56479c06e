import { z } from 'zod'
import { FindingState } from './finding'
import { FindingSeverity } from './finding-severity'
import { Day } from './instant'
import { CapabilityId, LayerId } from './layer'
import { PageRequest } from './page'

/** Text that a column can hold at all, at most this long. */
const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((value) => !value.includes('\0'), 'must not hold a NUL character')

/** Which findings a list, an export or an act on several concerns; what is left out does not narrow it. */
export const FindingFilter = z.object({
  /** `open` leaves out those whose risk is accepted today, unless `exception` asks for them. */
  state: FindingState.optional(),
  severity: FindingSeverity.optional(),
  /** `none` is what no capability is known for. */
  layer: z.enum([...LayerId.options, 'none']).optional(),
  /** Any of the capabilities it feeds. */
  capability: CapabilityId.optional(),
  /** A check's id, or another scanner's rule. */
  check: text(200).optional(),
  /** A connection's id or name. */
  connection: text(100).optional(),
  /** `check`, or the product of an imported file. */
  source: text(100).optional(),
  /** `me`, `none`, or a member's id. */
  owner: z.union([z.enum(['me', 'none']), z.uuid()]).optional(),
  exception: z.enum(['in-force', 'none', 'expired']).optional(),
  /** Part of the resource's id or name, in any case. */
  search: text(200).optional(),
  /** The resource's whole id. */
  resource: text(2048).optional(),
  /** Of checks that keep a capability from its next stage. */
  blocks: z.literal('yes').optional(),
  /** First seen on this day (UTC) or later. */
  since: Day.optional(),
})
export type FindingFilter = z.infer<typeof FindingFilter>

export const FINDING_SORTS = ['severity', 'opened', 'seen'] as const
/** Heaviest first, newest first, or last seen first; open ones come before resolved ones when lists are by severity. */
export const FindingSort = z.enum(FINDING_SORTS)
export type FindingSort = z.infer<typeof FindingSort>

export const FindingQuery = PageRequest.extend({ ...FindingFilter.shape, sort: FindingSort.default('severity') })
export type FindingQuery = z.infer<typeof FindingQuery>

/** An export is the whole of a list. */
export const FindingExport = FindingQuery.omit({ cursor: true, limit: true })
export type FindingExport = z.infer<typeof FindingExport>
