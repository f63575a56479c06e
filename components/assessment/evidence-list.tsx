import type { Evidence } from '@/lib/model/evidence'
import type { Day } from '@/lib/model/instant'
import { bytesText } from '@/lib/presentation/bytes'
import { dayText } from '@/lib/presentation/date'
import { shortDigest } from '@/lib/presentation/digest'
import { evidenceStanding } from '@/lib/presentation/evidence-standing'
import { paths } from '@/lib/queries/paths'
import { RemoveEvidence } from './remove-evidence'

type Props = { org: string; evidence: readonly Evidence[]; asOf: Day; today: Day; editable: boolean }

/** What an answer rests on: each piece with its dates and, for a file, the digest that proves it unchanged. */
export const EvidenceList = ({ org, evidence, asOf, today, editable }: Props) => (
  <ul className="divide-y divide-line">
    {evidence.map((one) => (
      <li key={one.id} className="flex items-start justify-between gap-3 py-2.5 first:pt-0">
        <div className="min-w-0">
          <EvidenceTitle org={org} evidence={one} />
          <p className="text-ink-3 text-xs">
            collected {dayText(one.collectedOn)} by {one.collector} ·{' '}
            <Standing evidence={one} asOf={asOf} today={today} />
          </p>
          {one.sha256 === null ? null : (
            <p className="text-ink-3 text-xs tabular-nums" title={one.sha256}>
              {one.bytes === null ? '' : `${bytesText(one.bytes)} · `}sha256 {shortDigest(one.sha256)}
            </p>
          )}
        </div>
        {editable ? <RemoveEvidence org={org} id={one.id} title={one.title} /> : null}
      </li>
    ))}
  </ul>
)

function EvidenceTitle({ org, evidence }: { org: string; evidence: Evidence }) {
  const look = 'rounded-xs text-sm decoration-from-font underline-offset-3 hover:underline [overflow-wrap:anywhere]'
  return evidence.kind === 'link' && evidence.url !== null ? (
    <a href={evidence.url} target="_blank" rel="noreferrer" className={look}>
      {evidence.title}
      <span className="text-ink-3 text-xs"> {hostOf(evidence.url)}</span>
      <span className="sr-only">, opens in a new tab</span>
    </a>
  ) : evidence.removedAt ? (
    <span className="text-sm [overflow-wrap:anywhere]">
      {evidence.title}
      <span className="block text-ink-3 text-xs">
        file removed under a retention rule on {dayText(evidence.removedAt.slice(0, 10))}
      </span>
    </span>
  ) : (
    <a href={paths.api.evidenceContent(org, evidence.id)} download className={look}>
      {evidence.title}
    </a>
  )
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')

const TONE = { neutral: undefined, warn: 'text-warn', bad: 'text-bad' } as const

function Standing({ evidence, asOf, today }: { evidence: Evidence; asOf: Day; today: Day }) {
  const { text, tone } = evidenceStanding(evidence, asOf, today)
  return <span className={TONE[tone]}>{text}</span>
}
