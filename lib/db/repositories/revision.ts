import type { Tx } from '../scope'

/** Says that the organization is called or asks for something else from now on: nobody goes on with what they remember. */
export async function raiseRevision(tx: Tx, organizationId: string): Promise<void> {
  await tx.organizationDirectory.update({ where: { organizationId }, data: { revision: { increment: 1 } } })
}
