import type { Elevation } from '@/lib/model/elevation'
import { columnsOf, type Table } from './table'

const { text, number, instant } = columnsOf<Elevation>()

export const elevationsTable: Table<Elevation> = {
  name: 'elevations',
  title: 'Higher roles for a while',
  columns: [
    text('id', 'Id'),
    text('state', 'State'),
    text('userId', 'Person id'),
    text('name', 'Person'),
    text('fromRole', 'From role'),
    text('role', 'To role'),
    number('hours', 'Hours'),
    text('reason', 'Reason'),
    instant('requestedAt', 'Requested'),
    text('decidedBy', 'Decided by'),
    instant('decidedAt', 'Decided'),
    instant('expiresAt', 'Ends'),
  ],
}
