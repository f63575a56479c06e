import { COVERAGES, OPERATION_STATES, type RequirementOperation } from '@/lib/model/requirement-operation'
import { countText } from './number'

export const operationCounts = (operations: readonly RequirementOperation[]) => ({
  states: OPERATION_STATES.map((state) => ({ state, count: operations.filter((one) => one.state === state).length })),
  coverage: COVERAGES.map((coverage) => ({
    coverage,
    count: operations.filter((one) => one.coverage === coverage).length,
  })),
})

/** What a period came to, as a sentence that never calls the unseen good. */
export function deskTitle(shortName: string, operations: readonly RequirementOperation[]): string {
  if (operations.length === 0) return `${shortName} has no requirements here`
  const held = operations.filter(({ state }) => state === 'held').length
  return `${countText(held)} of ${countText(operations.length)} requirements of ${shortName} held over the whole period`
}
