import { portfolioTable } from '@/lib/evidence/tables/portfolio'
import type { Actor } from '@/lib/model/actor'
import type { PortfolioFilter, PortfolioRow } from '@/lib/model/portfolio'
import { getPortfolio } from './get-portfolio'
import { noticingExport } from './notice-export'
import { counting, type ExportedFile, filterText, TABLE_WRITERS } from './table-file'

type Input = { format: keyof typeof TABLE_WRITERS; filter: Omit<PortfolioFilter, 'cursor'>; now?: Date }

/** Every organization the actor belongs to, as CSV, XLSX or JSON. Throws forbidden before the first piece. */
export async function exportPortfolio(
  actor: Actor,
  { format, filter, now = new Date() }: Input,
): Promise<ExportedFile> {
  const first = await getPortfolio(actor, { ...filter, now })
  async function* read(): AsyncGenerator<readonly PortfolioRow[]> {
    for (let page = first; ; page = await getPortfolio(actor, { ...filter, now, cursor: page.nextCursor ?? '' })) {
      yield page.items
      if (page.nextCursor === null) return
    }
  }
  const { pages, rows } = counting(noticingExport(actor, read()))
  const { mediaType, write } = TABLE_WRITERS[format]
  const about = { organization: null, asOf: now.toISOString(), filter: filterText(filter) }
  return { fileName: `portfolio.${format}`, mediaType, pieces: write(portfolioTable, pages, about), rows }
}
