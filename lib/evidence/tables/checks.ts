import type { CheckLine } from '@/lib/model/check-view'
import { columnsOf, type Table } from './table'

const { text, number, boolean, list } = columnsOf<CheckLine>()

/** Every check of the release; what it says is empty where no connection ran it. */
export const checksTable: Table<CheckLine> = {
  name: 'checks',
  title: 'Checks',
  columns: [
    text('id', 'Id'),
    text('provider', 'Provider'),
    text('title', 'Title'),
    text('severity', 'Severity'),
    text('kind', 'Kind'),
    list('capabilities', 'Capabilities'),
    text('verdict', 'Verdict', ({ standing }) => standing?.verdict ?? null),
    number('numerator', 'Holds for', ({ standing }) => standing?.numerator ?? null),
    number('denominator', 'Of', ({ standing }) => standing?.denominator ?? null),
    number('undecided', 'Undecided', ({ standing }) => standing?.undecided ?? null),
    boolean('incomplete', 'Incomplete', ({ standing }) => standing?.incomplete ?? null),
  ],
}
