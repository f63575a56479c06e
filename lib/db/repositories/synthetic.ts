import { forOrganizations } from '../scope'

/** Whether any of the organizations is flagged synthetic. */
export const anySynthetic = (ids: readonly string[]): Promise<boolean> =>
  forOrganizations(ids, async (tx) => {
    const row = await tx.organization.findFirst({
      where: { id: { in: [...ids] }, synthetic: true },
      select: { id: true },
    })
    return row !== null
  })
