import type { Finding } from '@/lib/model/finding'
import { columnsOf, type Table } from './table'

const { text, list, number, instant, day } = columnsOf<Finding>()

export const findingsTable: Table<Finding> = {
  name: 'findings',
  title: 'Findings',
  columns: [
    text('id', 'Id'),
    text('state', 'State'),
    text('severity', 'Severity'),
    text('checkId', 'Check'),
    text('source', 'Source'),
    text('connectionName', 'Connection'),
    text('title', 'Title'),
    text('message', 'Message'),
    text('layer', 'Layer'),
    instant('openedAt', 'Opened'),
    instant('lastSeenAt', 'Last seen'),
    instant('resolvedAt', 'Resolved'),
    number('runsSeen', 'Runs seen'),
    number('reopened', 'Reopened'),
    day('exceptionUntil', 'Risk accepted until'),
    text('resource.type', 'Resource type', ({ resource }) => resource.type),
    text('resource.id', 'Resource id', ({ resource }) => resource.id),
    text('resource.name', 'Resource', ({ resource }) => resource.name),
    text('resource.account', 'Account', ({ resource }) => resource.account),
    text('resource.region', 'Region', ({ resource }) => resource.region),
    list('capabilities', 'Capabilities'),
    text('owner', 'Owner', ({ owner }) => owner?.name ?? null),
  ],
}
