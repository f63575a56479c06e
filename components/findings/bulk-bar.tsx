import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Finding } from '@/lib/model/finding'
import type { FindingChange } from '@/lib/model/finding-change'
import type { FindingFilter } from '@/lib/model/finding-filter'
import { countText } from '@/lib/presentation/number'
import { BulkDialog } from './bulk-dialog'
import type { Selection } from './use-selection'

type Props = {
  org: string
  filter: FindingFilter
  may: { assign: boolean; except: boolean }
  matching: { findings: number; exact: boolean }
  shown: readonly Finding[]
  selection: Selection
}

type Asked = { act: 'assign' | 'except'; which: FindingChange['which'] }

/** What can be done with the chosen ones, or with everything the filter leaves. */
export function BulkBar({ org, filter, may, matching, shown, selection }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isAll, setAll] = useState(false)
  const chosen = selection.ids.size
  const which = isAll ? { filter } : { ids: [...selection.ids] }
  const ask = (act: Asked['act']) => setAsked({ act, which })
  const nothing = !isAll && chosen === 0
  return (
    <div className="mb-2 flex min-h-8 flex-wrap items-center gap-2 text-sm print:hidden">
      <span aria-live="polite" className="mr-1 text-ink-2 tabular-nums">
        {isAll
          ? `All ${matching.exact ? '' : 'more than '}${countText(matching.findings)} that the filter leaves`
          : chosen === 0
            ? 'Nothing chosen'
            : `${countText(chosen)} chosen`}
      </span>
      {nothing ? (
        <>
          <Button size="sm" variant="quiet" onClick={() => selection.choose(shown.map(({ id }) => id))}>
            Choose those shown
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
            Choose all
          </Button>
        </>
      ) : (
        <>
          {may.assign ? (
            <Button size="sm" onClick={() => ask('assign')}>
              Assign…
            </Button>
          ) : null}
          {may.except ? (
            <Button size="sm" onClick={() => ask('except')}>
              Accept risk…
            </Button>
          ) : null}
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              setAll(false)
              selection.clear()
            }}
          >
            Choose none
          </Button>
        </>
      )}
      {asked ? (
        <BulkDialog
          org={org}
          act={asked.act}
          which={asked.which}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAll(false)
            selection.clear()
          }}
        />
      ) : null}
    </div>
  )
}
