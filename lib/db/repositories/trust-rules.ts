import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import { TrustRule, type TrustRuleInput } from '@/lib/model/trust-rule'
import { Prisma, type TrustRule as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { isUniqueViolation } from '../unique-violation'

const toTrustRule = ({ organizationId: _, createdAt, lastUsedAt, ...row }: Row): TrustRule =>
  TrustRule.parse({ ...row, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null })

const columnsOf = ({ jwks, ...rule }: TrustRuleInput) => ({
  ...rule,
  jwks: jwks === null ? Prisma.DbNull : (jwks as Prisma.InputJsonObject),
})

export const trustRuleRepository = (tx: Tx, organizationId: string) => {
  const at = (id: string) => ({ organizationId_id: { organizationId, id } })
  return {
    async list(): Promise<TrustRule[]> {
      const rows = await tx.trustRule.findMany({ where: { organizationId }, orderBy: [{ name: 'asc' }] })
      return rows.map(toTrustRule)
    },
    async get(id: string): Promise<TrustRule> {
      return toTrustRule(found(await tx.trustRule.findUnique({ where: at(id) })))
    },
    /** Throws `conflict` when the organization has a rule of this name. */
    async create(rule: TrustRuleInput, createdAt: Date): Promise<TrustRule> {
      const data = { organizationId, id: newId(), ...columnsOf(rule), createdAt }
      return toTrustRule(await refuseTaken(rule.name, () => tx.trustRule.create({ data })))
    },
    async update(id: string, rule: TrustRuleInput): Promise<TrustRule> {
      await this.get(id)
      return toTrustRule(
        await refuseTaken(rule.name, () => tx.trustRule.update({ where: at(id), data: columnsOf(rule) })),
      )
    },
    async remove(id: string): Promise<void> {
      await this.get(id)
      await tx.trustRule.delete({ where: at(id) })
    },
    /** It was used; false when it is gone, which it cannot be any more before this transaction ends. */
    async touch(id: string, now: Date): Promise<boolean> {
      const { count } = await tx.trustRule.updateMany({ where: { organizationId, id }, data: { lastUsedAt: now } })
      return count === 1
    },
  }
}

async function refuseTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError('conflict', { detail: `The organization already has a rule named ${name}.`, cause: error })
  }
}
