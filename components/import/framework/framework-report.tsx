import { Callout } from '@/components/ui/callout'
import { Facts } from '@/components/ui/facts'
import type { FrameworkImportReport } from '@/lib/model/framework-import'
import { importRemarks } from '@/lib/presentation/framework'
import { countText } from '@/lib/presentation/number'

const DROPPED_SHOWN = 50

/** What an import comes to: what was read, how much of it is mapped, what was left out, what is gone. */
export function FrameworkReport({ report }: { report: FrameworkImportReport }) {
  const { name, version, slug, source, requirements, mapped, dropped } = report
  const remarks = importRemarks(report)
  return (
    <div className="grid gap-3">
      <Facts
        items={[
          { term: 'Read as', value: `OSCAL ${source}, ${name} ${version}` },
          { term: 'Name in addresses', value: slug },
          { term: 'Requirements', value: countText(requirements) },
          { term: 'Mapped to capabilities', value: countText(mapped) },
        ]}
      />
      {remarks.length === 0 ? null : (
        <Callout title="Not taken as it is">
          <ul className="grid gap-0.5">
            {remarks.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Callout>
      )}
      {dropped.length === 0 ? null : (
        <Callout tone="warn" title="Requirements that are gone, with what they were mapped to">
          <ul className="grid gap-0.5">
            {dropped.slice(0, DROPPED_SHOWN).map(({ id, capabilities }) => (
              <li key={id} className="[overflow-wrap:anywhere]">
                {id}
                {capabilities.length > 0 ? `: ${capabilities.join(', ')}` : ''}
              </li>
            ))}
          </ul>
          {dropped.length > DROPPED_SHOWN ? <p>And {countText(dropped.length - DROPPED_SHOWN)} more.</p> : null}
        </Callout>
      )}
    </div>
  )
}
