import type { z } from 'zod'
import type { OrganizationPermission } from '@/lib/access/permissions'
import type { Table } from '@/lib/evidence/tables/table'
import type { Actor } from '@/lib/model/actor'

type Pages<Row> = AsyncIterable<readonly Row[]>

/** Where an export is made. */
export type Place = { organizationId: string; slug: string; name: string }

/** A document that is more than rows in columns, such as events of a standard; its key is how its file name ends. */
export type TableDocument<Row> = {
  mediaType: string
  write(pages: Pages<Row>, place: Place): AsyncIterable<string>
}

type Opening<Filter> = { org: string; place: Place; filter: Filter; now: Date }

/**
 * Where the rows of a table come from: who may take them away, what they can be narrowed to, and how they are read, page by
 * page. `open` refuses before the first page; its services ask for the right to read on their own.
 */
export type TableSource<Row = unknown> = {
  table: Table<Row>
  permission: OrganizationPermission
  filter: z.ZodObject
  open(actor: Actor, opening: Opening<unknown>): Promise<Pages<Row>>
  documents: Readonly<Record<string, TableDocument<Row>>>
}

type Given<Row, Filter extends z.ZodObject> = Pick<TableSource<Row>, 'table' | 'permission'> & {
  filter: Filter
  open(actor: Actor, opening: Opening<z.output<Filter>>): Promise<Pages<Row>>
  documents?: TableSource<Row>['documents']
}

/** A source whose filter is parsed before it is opened, so that both agree. */
export const tableSource = <Row, Filter extends z.ZodObject>({
  documents = {},
  ...given
}: Given<Row, Filter>): TableSource<Row> => ({
  ...given,
  documents,
  open: (actor, { filter, ...opening }) => given.open(actor, { ...opening, filter: given.filter.parse(filter) }),
})

/** Rows that are read at once, as one page. */
export async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows
}

/** Pages whose rows become others. */
export async function* mapped<From, To>(
  pages: Pages<From>,
  to: (row: From) => To | readonly To[],
): AsyncGenerator<readonly To[]> {
  for await (const rows of pages) yield rows.flatMap((row) => to(row))
}
