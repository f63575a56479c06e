import type { Run } from '@/lib/model/run'
import { columnsOf, type Table } from './table'

const { text, number, instant } = columnsOf<Run>()

/** Totals are empty until a run has ended. */
export const runsTable: Table<Run> = {
  name: 'runs',
  title: 'Runs',
  columns: [
    text('id', 'Id'),
    text('connectionId', 'Connection id'),
    text('connectionName', 'Connection'),
    text('state', 'State'),
    text('trigger', 'Started by'),
    text('requestedBy', 'Asked by'),
    instant('createdAt', 'Asked'),
    instant('startedAt', 'Started'),
    instant('finishedAt', 'Finished'),
    text('cancelledBy', 'Cancelled by'),
    text('error', 'Error'),
    text('snapshot', 'SHA-256 of what was read'),
    text('formula', 'Formula'),
    number('totals.seconds', 'Seconds', ({ totals }) => totals?.seconds ?? null),
    number('totals.resources', 'Resources', ({ totals }) => totals?.resources ?? null),
    number('totals.pass', 'Checks passed', ({ totals }) => totals?.verdicts.pass ?? null),
    number('totals.fail', 'Checks failed', ({ totals }) => totals?.verdicts.fail ?? null),
    number('totals.not_applicable', 'Not applicable', ({ totals }) => totals?.verdicts.not_applicable ?? null),
    number('totals.unknown', 'Unknown', ({ totals }) => totals?.verdicts.unknown ?? null),
    number('totals.opened', 'Findings opened', ({ totals }) => totals?.findings.opened ?? null),
    number('totals.resolved', 'Findings resolved', ({ totals }) => totals?.findings.resolved ?? null),
    number('units', 'Units', ({ progress: { units } }) => Object.values(units).reduce((sum, n) => sum + n, 0)),
    number('gaps', 'Units with gaps', ({ progress }) => progress.gaps),
    number('calls', 'Calls', ({ progress }) => progress.calls),
  ],
}
