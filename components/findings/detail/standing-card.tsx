import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { FindingDetail } from '@/lib/model/finding'
import { dayText } from '@/lib/presentation/date'
import { findingSeverityLabel } from '@/lib/presentation/finding'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; finding: FindingDetail; isOwnCheck: boolean; children?: ReactNode }

/** Whose it is, how severe, what it feeds and whether its risk is accepted; the ways to decide that are its children. */
export const StandingCard = ({ org, finding, isOwnCheck, children }: Props) => (
  <Card title="Standing">
    <Facts
      items={[
        { term: 'State', value: stateOf(finding) },
        { term: 'Owner', value: finding.owner?.name ?? 'nobody' },
        {
          term: 'Severity',
          value: `${findingSeverityLabel(finding.severity)}${finding.severityOverride ? ', set by a person' : ''}`,
        },
        {
          term: isOwnCheck ? 'Check' : 'Rule',
          value: isOwnCheck ? (
            <TextLink href={paths.check(org, finding.checkId)}>{finding.checkId}</TextLink>
          ) : (
            finding.checkId
          ),
        },
        {
          term: 'Feeds',
          value:
            finding.capabilities.length === 0 ? (
              <Tag tone="unknown">unmapped</Tag>
            ) : (
              <span className="inline-flex flex-wrap justify-end gap-1">
                {finding.capabilities.map((id) => (
                  <Tag key={id}>{id}</Tag>
                ))}
              </span>
            ),
        },
      ]}
    />
    {children}
  </Card>
)

const stateOf = ({ state, exceptionUntil }: FindingDetail): string =>
  state === 'resolved' ? 'Resolved' : exceptionUntil ? `Open, risk accepted until ${dayText(exceptionUntil)}` : 'Open'
