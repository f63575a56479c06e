import { Mark } from '@/components/ui/mark'
import type { OperationState } from '@/lib/model/requirement-operation'
import { operationText, operationTone } from '@/lib/presentation/operation-text'

/** A state as its shape and its word. */
export const StateWord = ({ state }: { state: OperationState }) => (
  <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
    <Mark tone={operationTone(state)} />
    {operationText(state)}
  </span>
)
