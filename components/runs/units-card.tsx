import { Card } from '@/components/ui/card'
import { Pagination } from '@/components/ui/pagination'
import { TabLinks } from '@/components/ui/tab-links'
import type { Page } from '@/lib/model/page'
import type { Run, RunUnit } from '@/lib/model/run'
import { isGoing, unitsDone } from '@/lib/presentation/run'
import { UnitTable } from './unit-table'

type Props = {
  run: Run
  units: Page<RunUnit>
  onlyGaps: boolean
  href: (query: { gaps?: '1'; units?: string }) => string
  isFirst: boolean
}

/** What was read of the source, unit by unit, or only where something could not be read. */
export function UnitsCard({ run, units: { items, nextCursor }, onlyGaps, href, isFirst }: Props) {
  const gaps = onlyGaps ? ('1' as const) : undefined
  const going = isGoing(run.state)
  return (
    <Card
      title="What was read"
      note={
        going
          ? 'As it was when this page was opened; it is made anew when the run ends.'
          : 'A unit is one account, one region and one service.'
      }
    >
      <TabLinks
        label="Units"
        tabs={[
          { label: 'All units', href: href({}), current: !onlyGaps, count: unitsDone(run.progress).total },
          { label: 'Not read in full', href: href({ gaps: '1' }), current: onlyGaps, count: run.progress.gaps },
        ]}
      />
      <div className="mt-2">
        {items.length === 0 ? (
          <p className="py-3 text-ink-3 text-sm">
            {onlyGaps
              ? 'No unit was read in part only.'
              : going
                ? 'It is not known yet which units there are.'
                : 'It was not found out which units there are.'}
          </p>
        ) : (
          <UnitTable units={items} />
        )}
      </div>
      {isFirst && nextCursor === null ? null : (
        <Pagination
          label="Pages of units"
          summary={`${items.length} shown`}
          firstHref={isFirst ? null : href({ gaps })}
          nextHref={nextCursor ? href({ gaps, units: nextCursor }) : null}
        />
      )}
    </Card>
  )
}
