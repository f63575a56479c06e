import { z } from 'zod'
import { STANDARDS } from '@/lib/framework/standards'
import { Day } from '@/lib/model/instant'
import { LayerId } from '@/lib/model/layer'
import { Slug } from '@/lib/model/slug'

/** What the page is asked for by its address. A part that cannot be read is left out: a stale link still shows the page. */
export const MaturityQuery = z.object({
  deployment: Slug.optional().catch(undefined),
  at: Day.optional().catch(undefined),
  layer: LayerId.optional().catch(undefined),
  compare: Day.optional().catch(undefined),
  standard: z.enum(STANDARDS).optional().catch(undefined),
})
export type MaturityQuery = z.infer<typeof MaturityQuery>
