import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { SpokenAnswer } from '@/lib/model/audit-desk'
import { dayText } from '@/lib/presentation/date'
import { stageLabel } from '@/lib/presentation/stage'

type Props = { answers: readonly SpokenAnswer[]; fileHrefOf: (evidence: string) => string }

/** Approved answers that speak in the period, with the evidence that was in date. */
export const AnswersCard = ({ answers, fileHrefOf }: Props) => (
  <Card title={answers.length === 0 ? 'No approved answer speaks in the period' : 'Approved answers'}>
    {answers.length === 0 ? undefined : (
      <ul className="grid gap-4">
        {answers.map((one) => (
          <li key={`${one.capability} ${one.deployment} ${one.asOf} ${one.assessment}`} className="text-sm">
            <p className="font-medium">
              {one.capability}, {one.deployment}: {stageLabel(one.effective)}
              {one.target === null ? '' : `, target ${stageLabel(one.target)}`}
            </p>
            <p className="text-ink-3 text-xs">
              {one.assessment} of {dayText(one.asOf)}, approved by {one.approvedBy}
            </p>
            {one.rationale === '' ? null : <p className="mt-1 text-ink-2 [overflow-wrap:anywhere]">{one.rationale}</p>}
            <Evidence items={one.evidence} fileHrefOf={fileHrefOf} />
          </li>
        ))}
      </ul>
    )}
  </Card>
)

const Evidence = ({ items, fileHrefOf }: { items: SpokenAnswer['evidence'] } & Pick<Props, 'fileHrefOf'>) =>
  items.length === 0 ? (
    <p className="mt-1 text-unknown text-xs">No evidence in date in the period.</p>
  ) : (
    <ul className="mt-1 list-disc pl-5">
      {items.map(({ id, title, url, collectedOn, expiresOn, sha256 }) => (
        <li key={id}>
          {url === null ? (
            <TextLink href={fileHrefOf(id)} prefetch={false}>
              {title}
            </TextLink>
          ) : (
            <a href={url} rel="noreferrer noopener" target="_blank" className="text-accent underline">
              {title}
            </a>
          )}{' '}
          <span className="text-ink-3 text-xs [overflow-wrap:anywhere]">
            collected {dayText(collectedOn)}
            {expiresOn === null ? '' : `, in date until ${dayText(expiresOn)}`}
            {sha256 === null ? '' : `, SHA-256 ${sha256}`}
          </span>
        </li>
      ))}
    </ul>
  )
