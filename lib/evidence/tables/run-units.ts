import type { Coverage } from '@/lib/model/coverage'
import type { RunUnit } from '@/lib/model/run'
import { columnsOf, type Table } from './table'

/** One operation of one unit of a run; `coverage` is null for a unit that asked nothing. */
export type RunUnitRow = Omit<RunUnit, 'coverage'> & { run: string; coverage: Coverage | null }

const { text, number, instant } = columnsOf<RunUnitRow>()

/** What a run read and what it could not, a row an operation. */
export const runUnitsTable: Table<RunUnitRow> = {
  name: 'run-units',
  title: 'Coverage of a run',
  columns: [
    text('run', 'Run'),
    text('id', 'Unit'),
    text('account', 'Account'),
    text('region', 'Region'),
    text('service', 'Service'),
    text('state', 'State of the unit'),
    number('attempts', 'Attempts'),
    text('error', 'Error of the unit'),
    instant('startedAt', 'Started'),
    instant('finishedAt', 'Finished'),
    text('coverage.operation', 'Operation', ({ coverage }) => coverage?.operation ?? null),
    number('coverage.pages', 'Pages', ({ coverage }) => coverage?.pages ?? null),
    number('coverage.items', 'Items read', ({ coverage }) => coverage?.items ?? null),
    text('coverage.cause', 'Why not all', ({ coverage }) => coverage?.error?.cause ?? null),
    text('coverage.code', 'Code', ({ coverage }) => coverage?.error?.code ?? null),
    text('coverage.message', 'Message', ({ coverage }) => coverage?.error?.message ?? null),
    number('coverage.missing', 'Items not read', ({ coverage }) => coverage?.error?.items ?? null),
  ],
}
