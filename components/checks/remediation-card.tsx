import { Card } from '@/components/ui/card'
import type { CheckView } from '@/lib/model/check-view'

const EFFORT: Record<CheckView['remediation']['effort'], string> = {
  minutes: 'Takes minutes.',
  hours: 'Takes hours.',
  days: 'Takes days.',
}

/** How to mend what the check finds. */
export const RemediationCard = ({ remediation: { text, commands, effort } }: Pick<CheckView, 'remediation'>) => (
  <Card title="Fix" note={EFFORT[effort]}>
    <p className="text-sm">{text}</p>
    {commands.map(({ tool, code }) => (
      <figure key={`${tool}${code}`} className="mt-3">
        <figcaption className="mb-1 text-ink-3 text-xs">{tool}</figcaption>
        <pre className="whitespace-pre-wrap rounded-md bg-band px-3 py-2 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
          {code}
        </pre>
      </figure>
    ))}
  </Card>
)
