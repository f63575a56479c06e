import { newId } from '@/lib/kernel/id'
import { ReportLogo, type ReportStyle } from '@/lib/model/report-style'
import type { Tx } from '../scope'

const PLAIN: ReportStyle = { title: null, colour: null, logo: null, updatedBy: null, updatedAt: null }

type Change = Partial<Pick<ReportStyle, 'title' | 'colour' | 'logo'>>
type By = { name: string; at: Date }

/** How the organization's reports look: one row, made with the first choice. */
export const reportStyleRepository = (tx: Tx, organizationId: string) => ({
  async get(): Promise<ReportStyle> {
    const row = await tx.reportStyle.findUnique({ where: { organizationId } })
    if (!row) return PLAIN
    const { logoSha256, logoType, logoWidth, logoHeight } = row
    const logo = { sha256: logoSha256, mediaType: logoType, width: logoWidth, height: logoHeight }
    return {
      title: row.title,
      colour: row.colour,
      logo: logoSha256 === null ? null : ReportLogo.parse(logo),
      updatedBy: row.updatedBy,
      updatedAt: row.updatedAt.toISOString(),
    }
  },
  /** Changes what is named and leaves the rest. */
  async put({ logo, ...change }: Change, by: By): Promise<void> {
    const picture =
      logo === undefined
        ? {}
        : {
            logoSha256: logo?.sha256 ?? null,
            logoType: logo?.mediaType ?? null,
            logoWidth: logo?.width ?? null,
            logoHeight: logo?.height ?? null,
          }
    const facts = { ...change, ...picture, updatedBy: by.name, updatedAt: by.at }
    await tx.reportStyle.upsert({
      where: { organizationId },
      create: { organizationId, id: newId(), ...facts },
      update: facts,
    })
  },
})
