import { AppError } from '@/lib/kernel/app-error'
import { type Connection, type ConnectionKind, ConnectionSettings, SelfTestLine } from '@/lib/model/connection'
import type { Page, PageRequest } from '@/lib/model/page'
import { Prisma, type Connection as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { isUniqueViolation } from '../unique-violation'
import { toInstantOrNull } from './calendar'
import { namedPage } from './named-page'

/** What is stored of a connection beside its secret and what became of it. */
export type ConnectionFacts = Pick<
  Connection,
  'name' | 'deploymentId' | 'settings' | 'schedule' | 'jitterMinutes' | 'pausedAt'
>

const toConnection = ({ organizationId: _, kind, settings, sealedSecret, selfTest, ...row }: Row): Connection => ({
  ...row,
  settings: ConnectionSettings.parse({ ...(settings as object), kind }),
  hasSecret: sealedSecret !== null,
  selfTest: selfTest === null ? null : SelfTestLine.array().parse(selfTest),
  selfTestedAt: toInstantOrNull(row.selfTestedAt),
  pausedAt: toInstantOrNull(row.pausedAt),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

const columnsOf = ({ settings, pausedAt, ...facts }: ConnectionFacts) => {
  const { kind, ...rest } = settings
  return { ...facts, kind, settings: rest, pausedAt: pausedAt === null ? null : new Date(pausedAt) }
}

const rowsOf =
  (tx: Tx, of: { organizationId: string; kind?: ConnectionKind }) =>
  async (after: string | null, take: number): Promise<Connection[]> => {
    const where = { ...of, ...(after === null ? {} : { name: { gt: after } }) }
    return (await tx.connection.findMany({ where, orderBy: { name: 'asc' }, take })).map(toConnection)
  }

/** An organization's sources. A sealed secret leaves only through `sealedSecret`. */
export const connectionRepository = (tx: Tx, organizationId: string) => {
  const at = (id: string) => ({ organizationId_id: { organizationId, id } })
  const row = async (id: string): Promise<Row> => found(await tx.connection.findUnique({ where: at(id) }))
  return {
    /** By name. Throws `invalid` when the cursor is not one of this list. */
    page: ({ kind }: { kind?: ConnectionKind }, request: PageRequest): Promise<Page<Connection>> =>
      namedPage({ list: 'connections', organizationId, rows: rowsOf(tx, { organizationId, kind }) }, request),
    get: async (id: string): Promise<Connection> => toConnection(await row(id)),
    async byName(name: string): Promise<Connection> {
      const where = { organizationId_name: { organizationId, name } }
      return toConnection(found(await tx.connection.findUnique({ where })))
    },
    /** Throws `conflict` when the organization has a connection of this name. */
    async create(id: string, facts: ConnectionFacts, createdBy: string): Promise<Connection> {
      const now = new Date()
      const data = { organizationId, id, ...columnsOf(facts), createdBy, createdAt: now, updatedAt: now }
      return toConnection(await refuseTaken(facts.name, () => tx.connection.create({ data })))
    },
    async update(id: string, facts: ConnectionFacts): Promise<Connection> {
      await row(id)
      const data = { ...columnsOf(facts), updatedAt: new Date() }
      return toConnection(await refuseTaken(facts.name, () => tx.connection.update({ where: at(id), data })))
    },
    /** What its credentials were sealed to; null when it keeps none. */
    sealedSecret: async (id: string): Promise<string | null> => (await row(id)).sealedSecret,
    /** Whatever was tested before was tested with other credentials. */
    async putSecret(id: string, sealedSecret: string | null): Promise<Connection> {
      await row(id)
      const data = { sealedSecret, selfTest: Prisma.DbNull, selfTestedAt: null, updatedAt: new Date() }
      return toConnection(await tx.connection.update({ where: at(id), data }))
    },
    async putSelfTest(id: string, lines: readonly SelfTestLine[], testedAt: Date): Promise<Connection> {
      await row(id)
      const data = { selfTest: [...lines], selfTestedAt: testedAt }
      return toConnection(await tx.connection.update({ where: at(id), data }))
    },
  }
}

async function refuseTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError('conflict', { detail: `The organization already has a connection named ${name}.`, cause: error })
  }
}
