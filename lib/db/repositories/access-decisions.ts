import type { AccessDecision, DecisionEffect } from '@/lib/model/access-decision'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Prisma, AccessDecision as Row } from '../generated/client'
import type { Tx } from '../scope'
import { recordPage } from './record-page'

const toAccessDecision = ({ organizationId: _, at, ...row }: Row): AccessDecision => ({
  ...row,
  at: at.toISOString(),
  actorKind: row.actorKind as AccessDecision['actorKind'],
  effect: row.effect as DecisionEffect,
  input: row.input as AccessDecision['input'],
})

/** Never changed; what is past its time is deleted by a removal that somebody agreed to. */
export const accessDecisionRepository = (tx: Tx, organizationId: string) => ({
  /** Newest first: ids are ordered by time. */
  page: (effect: DecisionEffect | undefined, request: PageRequest): Promise<Page<AccessDecision>> =>
    recordPage(
      {
        list: 'decisions',
        organizationId,
        placeOf: ({ at, id }) => ({ at, id }),
        rows: async (after, take) => {
          const where = { organizationId, effect, ...(after ? { id: { lt: after.id } } : {}) }
          return (await tx.accessDecision.findMany({ where, orderBy: { id: 'desc' }, take })).map(toAccessDecision)
        },
      },
      request,
    ),
})

export type NewDecision = Omit<AccessDecision, 'at'> & { organizationId: string; at: Date }

/** Keeps decisions of the organizations this transaction may see. */
export async function appendDecisions(tx: Tx, decisions: readonly NewDecision[]): Promise<void> {
  const data = decisions.map((one) => ({ ...one, input: one.input as Prisma.InputJsonObject }))
  await tx.accessDecision.createMany({ data })
}
