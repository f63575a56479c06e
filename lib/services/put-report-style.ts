import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { ReportStyle, ReportStyleInput } from '@/lib/model/report-style'
import { contrastOnWhite, READABLE_CONTRAST } from '@/lib/presentation/contrast'
import { authorize } from './authorize'

type Input = { org: string; style: ReportStyleInput; now?: Date }

/**
 * Sets the name and the colour of reports; the logo stays. Throws not-found, forbidden, and invalid for a colour that
 * could not be read on white: it is refused, never darkened behind somebody's back.
 */
export async function putReportStyle(actor: Actor, { org, style, now = new Date() }: Input): Promise<ReportStyle> {
  const admitted = await authorize(actor, org, 'report-style:write')
  refuseColour(style.colour)
  return forOrganization(admitted, async ({ organizationId, reportStyles, audit }) => {
    const before = await reportStyles.get()
    if (before.title === style.title && before.colour === style.colour) return before
    await reportStyles.put(style, { name: actor.name, at: now })
    const after = await reportStyles.get()
    await audit.append(actor, { action: 'report-style.changed', subject: organizationId, detail: style, before, after })
    return after
  })
}

function refuseColour(colour: string | null): void {
  if (colour === null) return
  const contrast = contrastOnWhite(colour)
  if (contrast >= READABLE_CONTRAST) return
  const reason = `has a contrast of ${contrast.toFixed(1)} on white; text needs ${READABLE_CONTRAST}, so choose a darker one`
  throw new AppError('invalid', {
    detail: `The colour ${colour} ${reason}.`,
    problems: [{ field: 'colour', reason }],
  })
}
