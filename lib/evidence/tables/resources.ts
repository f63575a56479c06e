import type { AnyResource } from '@/lib/model/facts/fact-types'
import { columnsOf, type Table } from './table'

/** A resource as the newest run of a connection read it. */
export type ResourceRow = AnyResource & { connectionName: string; sha256: string; readAt: string }

const { text, instant, structure } = columnsOf<ResourceRow>()

/** What the newest snapshots hold: normalised facts, without secrets and without data. */
export const resourcesTable: Table<ResourceRow> = {
  name: 'resources',
  title: 'Resources',
  columns: [
    text('connectionName', 'Connection'),
    text('account', 'Account'),
    text('region', 'Region'),
    text('type', 'Type'),
    text('id', 'Id'),
    text('name', 'Name'),
    instant('readAt', 'Read'),
    text('sha256', 'SHA-256 of the snapshot'),
    structure('facts', 'Facts', ({ facts }) => facts),
  ],
}
