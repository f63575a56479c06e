import type { CheckStanding } from '@/lib/model/check-view'
import { columnsOf, type Table } from './table'

const { text, number, instant, structure } = columnsOf<CheckStanding>()

/** What each check says of each account in the newest run of its connection. */
export const verdictsTable: Table<CheckStanding> = {
  name: 'verdicts',
  title: 'Verdicts by check',
  columns: [
    text('checkId', 'Check'),
    text('connectionId', 'Connection id'),
    text('connectionName', 'Connection'),
    text('account', 'Account'),
    text('runId', 'Run'),
    text('verdict', 'Verdict'),
    number('numerator', 'Holds for'),
    number('denominator', 'Of'),
    number('undecided', 'Undecided'),
    instant('factsAt', 'Oldest fact'),
    structure('gaps', 'Gaps'),
  ],
}
