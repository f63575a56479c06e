import { Card } from '@/components/ui/card'
import { Mark } from '@/components/ui/mark'
import { TextLink } from '@/components/ui/text-link'
import type { StatusTone } from '@/components/ui/tone'
import type { Overview } from '@/lib/model/overview'
import { dayText } from '@/lib/presentation/date'
import { countText } from '@/lib/presentation/number'
import { paths } from '@/lib/queries/paths'

type Decision = { key: string; tone: StatusTone; text: string; note: string; href: string }

const plural = (count: number, one: string, many: string): string => `${countText(count)} ${count === 1 ? one : many}`

function decisionsOf({ organization: { slug }, waiting, evidence, current }: Overview): Decision[] {
  const assessmentHref = current ? paths.assessment(slug, current.assessment.id) : paths.assessments(slug)
  const first = evidence.items[0]
  return [
    ...waiting.approvals.map((one) => ({
      key: one.id,
      tone: 'accent' as const,
      text: `“${one.name}” waits for your approval`,
      note: `${one.deployment.name}, submitted by ${one.submittedBy} on ${dayText(one.submittedAt.slice(0, 10))}`,
      href: paths.assessment(slug, one.id),
    })),
    ...(evidence.expired > 0
      ? [
          {
            key: 'expired',
            tone: 'bad' as const,
            text: `${plural(evidence.expired, 'piece', 'pieces')} of evidence no longer in date`,
            note: 'Confidence counts only evidence in date on the day of the assessment',
            href: assessmentHref,
          },
        ]
      : []),
    ...(evidence.expiring > 0
      ? [
          {
            key: 'expiring',
            tone: 'warn' as const,
            text: `${plural(evidence.expiring, 'piece', 'pieces')} of evidence expire within 30 days`,
            note:
              first && !first.expired
                ? `First: ${first.title}, ${dayText(first.expiresOn)}`
                : 'Renew before the next assessment',
            href: assessmentHref,
          },
        ]
      : []),
    ...(waiting.drafts > 0
      ? [
          {
            key: 'drafts',
            tone: 'neutral' as const,
            text: `${plural(waiting.drafts, 'assessment is', 'assessments are')} in draft`,
            note: 'A draft counts nowhere until it is submitted and approved',
            href: paths.assessments(slug, { state: 'draft' }),
          },
        ]
      : []),
  ]
}

/** What waits for a person, the most pressing first. */
export function DecisionsCard({ overview }: { overview: Overview }) {
  const decisions = decisionsOf(overview)
  return (
    <Card title="Needs a decision">
      {decisions.length === 0 ? (
        <p className="text-ink-2 text-sm">Nothing waits: no approval, no draft, and no evidence about to expire.</p>
      ) : (
        <ul className="divide-y divide-line">
          {decisions.map(({ key, tone, text, note, href }) => (
            <li key={key} className="flex gap-3 py-2.5 first:pt-0 last:pb-0">
              <Mark tone={tone} className="mt-1.5" />
              <div className="min-w-0">
                <TextLink quiet href={href} className="text-sm">
                  {text}
                </TextLink>
                <p className="text-ink-3 text-xs">{note}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
