import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ExportMenu } from '@/components/export/export-menu'
import { CohortCard } from '@/components/portfolio/cohort-card'
import { PooledCard } from '@/components/portfolio/pooled-card'
import { PooledHow } from '@/components/portfolio/pooled-how'
import { PortfolioEmpty } from '@/components/portfolio/portfolio-empty'
import { PortfolioFilters } from '@/components/portfolio/portfolio-filters'
import { PortfolioTable } from '@/components/portfolio/portfolio-table'
import { StandingHow } from '@/components/portfolio/standing-how'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { deskHome, requireActor } from '@/lib/auth/page-actor'
import { MATURITY_RULES } from '@/lib/maturity/explain-maturity'
import { MATURITY_FORMULA } from '@/lib/maturity/formula'
import { PortfolioFilter } from '@/lib/model/portfolio'
import { dayText } from '@/lib/presentation/date'
import { countText } from '@/lib/presentation/number'
import { portfolioTitle } from '@/lib/presentation/portfolio-title'
import { spreadTitle } from '@/lib/presentation/spread-title'
import { paths } from '@/lib/queries/paths'
import { getPortfolio } from '@/lib/services/get-portfolio'

export const metadata: Metadata = { title: 'Portfolio' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PortfolioPage({ searchParams }: Props) {
  const actor = await requireActor()
  const desk = deskHome(actor)
  if (desk !== null) redirect(desk)
  const filter = PortfolioFilter.catch({}).parse(await searchParams)
  const portfolio = await getPortfolio(actor, filter)
  const { items, organizations, deployments, at, nextCursor } = portfolio
  const whole = items.length === organizations
  const scope = `${countText(organizations)} organizations, ${countText(deployments)} deployments.`
  return (
    <>
      <PageHeading
        title={
          whole ? portfolioTitle(items.map((row) => ({ layers: row.maturity?.layers ?? [] }))) : spreadTitle(portfolio)
        }
        sub={`${scope} Stage per layer, the weakest layer decides. As of ${dayText(at)}.`}
        actions={<ExportMenu org={null} tables={[{ table: 'portfolio', filter: { ...filter, cursor: undefined } }]} />}
      >
        <PortfolioFilters filter={filter} />
      </PageHeading>
      {items.length === 0 ? (
        <PortfolioEmpty filtered={actor.memberships.length > 0} />
      ) : (
        <div className="grid gap-4">
          <Card
            title="Maturity by organization and layer"
            after={<StandingHow rules={MATURITY_RULES} formula={MATURITY_FORMULA} />}
          >
            <PortfolioTable rows={items} />
            {whole ? null : (
              <Pagination
                summary={`${countText(items.length)} of ${countText(organizations)}`}
                firstHref={filter.cursor ? paths.portfolio({ ...filter, cursor: undefined }) : null}
                nextHref={nextCursor ? paths.portfolio({ ...filter, cursor: nextCursor }) : null}
              />
            )}
          </Card>
          <div className="grid gap-4 xl:grid-cols-2">
            <PooledCard pooled={portfolio.pooled} how={<PooledHow pooled={portfolio.pooled} />} />
            <CohortCard cohorts={portfolio.cohorts} />
          </div>
        </div>
      )}
    </>
  )
}
