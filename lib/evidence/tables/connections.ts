import type { ConnectionView } from '@/lib/model/connection-view'
import { columnsOf, type Table } from './table'

const { text, number, instant, boolean, structure } = columnsOf<ConnectionView>()

/** Connections as they are set up, never what opens them. */
export const connectionsTable: Table<ConnectionView> = {
  name: 'connections',
  title: 'Connections',
  columns: [
    text('id', 'Id'),
    text('name', 'Name'),
    text('kind', 'Kind', ({ settings }) => settings.kind),
    text('deploymentId', 'Deployment id'),
    structure('settings', 'Settings'),
    boolean('hasSecret', 'Has a secret'),
    text('schedule', 'Schedule (UTC)'),
    number('jitterMinutes', 'Jitter in minutes'),
    instant('pausedAt', 'Paused'),
    instant('selfTestedAt', 'Tested'),
    text('lastRun.id', 'Last run', ({ lastRun }) => lastRun?.id ?? null),
    text('lastRun.state', 'State of the last run', ({ lastRun }) => lastRun?.state ?? null),
    instant('lastRun.finishedAt', 'Last run finished', ({ lastRun }) => lastRun?.finishedAt ?? null),
    number('lastRun.gaps', 'Units with gaps', ({ lastRun }) => lastRun?.gaps ?? null),
    text('createdBy', 'Created by'),
    instant('createdAt', 'Created'),
    instant('updatedAt', 'Changed'),
  ],
}
