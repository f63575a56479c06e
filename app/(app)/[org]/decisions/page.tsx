import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DecisionsEmpty } from '@/components/decisions/decisions-empty'
import { DecisionsTable } from '@/components/decisions/decisions-table'
import { ExportMenu } from '@/components/export/export-menu'
import { Card } from '@/components/ui/card'
import { FilterMenu } from '@/components/ui/filter-menu'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { AccessDecision, type DecisionEffect } from '@/lib/model/access-decision'
import { PageRequest } from '@/lib/model/page'
import { decisionsTitle, EFFECT_TEXTS } from '@/lib/presentation/decision'
import { paths } from '@/lib/queries/paths'
import { listDecisions } from '@/lib/services/list-decisions'

export const metadata: Metadata = { title: 'Decisions' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'decision:read')) notFound()
  const query = await searchParams
  const effect = AccessDecision.shape.effect.optional().catch(undefined).parse(query.effect)
  const page = PageRequest.catch({ limit: 50 }).parse(query)
  const { items, nextCursor } = await orNotFound(listDecisions(actor, { org, effect, ...page }))
  return (
    <>
      <PageHeading
        title={decisionsTitle(items)}
        sub="Every request is decided anew. Changes and refusals are all kept, reads that were allowed one in a hundred."
        actions={<ExportMenu org={org} tables={[{ table: 'decisions', filter: { effect } }]} />}
      >
        <AnswerFilter org={org} effect={effect} />
      </PageHeading>
      {items.length === 0 ? (
        <DecisionsEmpty clearHref={effect ? paths.decisions(org) : null} />
      ) : (
        <Card title="Decisions">
          <DecisionsTable decisions={items} />
          <Pagination
            summary={`${items.length} shown, newest first`}
            firstHref={page.cursor ? paths.decisions(org, { effect }) : null}
            nextHref={nextCursor ? paths.decisions(org, { effect, cursor: nextCursor }) : null}
          />
        </Card>
      )}
    </>
  )
}

const AnswerFilter = ({ org, effect }: { org: string; effect: DecisionEffect | undefined }) => (
  <FilterMenu
    label="Answer"
    shown={effect ? EFFECT_TEXTS[effect] : 'Every answer'}
    active={effect !== undefined}
    options={[
      { label: 'Every answer', href: paths.decisions(org), current: effect === undefined },
      ...AccessDecision.shape.effect.options.map((one) => ({
        label: EFFECT_TEXTS[one],
        href: paths.decisions(org, { effect: one }),
        current: one === effect,
      })),
    ]}
  />
)
