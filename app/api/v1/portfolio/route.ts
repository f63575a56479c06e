import { route } from '@/lib/http/route'
import { Portfolio, PortfolioFilter } from '@/lib/model/portfolio'
import { getPortfolio } from '@/lib/services/get-portfolio'

export const GET = route({
  tag: 'Overview',
  summary: 'All organizations you belong to: maturity by layer, before and after, and two cohorts compared',
  query: PortfolioFilter,
  output: Portfolio,
  handler: ({ actor, query }) => getPortfolio(actor, query),
})
