import { capabilities } from '@/lib/framework/capabilities'
import { type CrosswalkEdge, crosswalkOf } from '@/lib/framework/crosswalk'
import { columnsOf, type Table } from './table'

/** One requirement of a standard that one capability touches. */
export type CrosswalkRow = CrosswalkEdge & { capability: string }

const { text } = columnsOf<CrosswalkRow>()

export const crosswalkTable: Table<CrosswalkRow> = {
  name: 'crosswalk',
  title: 'Crosswalk',
  columns: [
    text('framework', 'Framework', ({ standard }) => standard),
    text('requirement_id', 'Requirement', ({ id }) => id),
    text('capability_id', 'Capability', ({ capability }) => capability),
    text('corroboration', 'Corroboration', ({ label, corroboratedBy }) => [label, ...corroboratedBy].join('; ')),
  ],
}

/** Every edge of the product's crosswalk, capability by capability, in the framework's order. */
export const crosswalkRows = (): CrosswalkRow[] =>
  capabilities.flatMap(({ id }) => crosswalkOf(id).map((edge) => ({ ...edge, capability: id })))
