import { Mark } from '@/components/ui/mark'
import type { QuarterOperation } from '@/lib/model/requirement-operation'
import { dayText } from '@/lib/presentation/date'
import { operationText, operationTone, quarterText } from '@/lib/presentation/operation-text'

/** As many as fit beside each other with their word. */
const WORDS_UP_TO = 8

const factsOf = ({
  from,
  to,
  runs,
  pass,
  fail,
  unknown,
  notApplicable,
  lapses,
  assessments,
  evidence,
}: QuarterOperation) =>
  `${dayText(from)} to ${dayText(to)}: ${runs} runs; ${pass} passed, ${fail} failed, ${unknown} unknown, ` +
  `${notApplicable} not applicable, ${lapses} failed earlier; ${assessments} assessments, ${evidence} pieces of evidence`

/** A period quarter by quarter. The state is told by a shape and a word; its counts are in the tooltip. */
export const QuarterStrip = ({ quarters }: { quarters: readonly QuarterOperation[] }) => (
  <ol className="flex flex-wrap gap-x-3 gap-y-1">
    {quarters.map((one) => (
      <li key={one.quarter} title={factsOf(one)} className="flex items-center gap-1.5 whitespace-nowrap text-xs">
        <Mark tone={operationTone(one.state)} />
        <span className="text-ink-3">{quarterText(one.quarter)}</span>
        <span className={quarters.length > WORDS_UP_TO ? 'sr-only' : undefined}>
          {operationText(one.state).toLowerCase()}
        </span>
      </li>
    ))}
  </ol>
)
