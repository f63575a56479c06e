import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import type { FindingException } from '@/lib/model/finding'
import { dayText } from '@/lib/presentation/date'

type Props = { exceptions: readonly FindingException[]; today: string }

const endOf = ({ endedAt, endedBy, until }: FindingException, today: string): string =>
  endedAt ? `ended by ${endedBy ?? 'somebody'}` : until < today ? 'has run out' : 'in force'

/** Every time its risk was accepted, newest first. */
export const ExceptionsCard = ({ exceptions, today }: Props) => (
  <Card title="Accepted risk" note="An accepted risk counts as failing until it is fixed.">
    <ul className="grid gap-3 text-sm">
      {exceptions.map((one) => (
        <li key={one.id} className="border-line border-b pb-3 last:border-b-0 last:pb-0">
          <p className="font-medium">
            Until {dayText(one.until)}, {endOf(one, today)}
          </p>
          <p className="whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">{one.reason}</p>
          <p className="text-ink-3 text-xs">
            {one.ownerName} answers for it; granted by {one.grantedBy}, <LocalTime instant={one.grantedAt} />
          </p>
        </li>
      ))}
    </ul>
  </Card>
)
