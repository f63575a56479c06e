import { Card } from '@/components/ui/card'
import { Pagination } from '@/components/ui/pagination'
import type { Page } from '@/lib/model/page'
import type { RunEvent } from '@/lib/model/run'
import { LogLines } from './log-lines'

type Props = { log: Page<RunEvent>; firstHref: string | null; nextHref: (cursor: string) => string }

/** What a run said as it went on, oldest line first. */
export const LogCard = ({ log: { items, nextCursor }, firstHref, nextHref }: Props) => (
  <Card title="Run log" note="Oldest line first. Nothing secret is written to it.">
    {items.length === 0 ? <p className="text-ink-3 text-sm">Nothing was said yet.</p> : <LogLines lines={items} />}
    {firstHref === null && nextCursor === null ? null : (
      <Pagination
        label="Pages of the log"
        summary={`${items.length} lines shown`}
        firstHref={firstHref}
        nextHref={nextCursor ? nextHref(nextCursor) : null}
      />
    )}
  </Card>
)
