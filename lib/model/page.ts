import { z } from 'zod'

/** A page of a list. `nextCursor` is opaque and null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export type Page<Item> = { items: Item[]; nextCursor: string | null }

/** How a list is asked for. */
export const PageRequest = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type PageRequest = z.infer<typeof PageRequest>
