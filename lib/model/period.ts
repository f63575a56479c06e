import { z } from 'zod'
import { Day } from './instant'

/** Days in UTC, both ends included. */
export const Period = z
  .object({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not lie before the first day' })
export type Period = z.infer<typeof Period>
