import type { RuleSeen } from '@/lib/model/rule-mapping'
import { columnsOf, type Table } from './table'

const { text, number, list } = columnsOf<RuleSeen>()

/** Rules of other scanners that findings are of. */
export const ruleMappingsTable: Table<RuleSeen> = {
  name: 'rule-mappings',
  title: 'Rules of other scanners',
  columns: [
    text('product', 'Product'),
    text('rule', 'Rule'),
    text('title', 'Title'),
    number('findings', 'Findings'),
    number('open', 'Open'),
    list('capabilities', 'Capabilities', ({ capabilities }) =>
      capabilities.split(',').flatMap((one) => one.trim() || []),
    ),
    text('ownCapability', 'Mapped here'),
    text('updatedBy', 'Mapped by'),
  ],
}
