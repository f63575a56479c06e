import { findingKey } from '@/lib/findings/finding-key'
import type { ResolutionScope } from '@/lib/findings/resolution-scope'
import { layerOf, type SeenFinding } from '@/lib/findings/seen-finding'
import { storableJson, storableText } from '@/lib/findings/storable'
import { newIds } from '@/lib/kernel/id'
import type { RunTotals } from '@/lib/model/run'
import { found, type Tx } from '../scope'
import { sha256 } from '../sha256'
import { arrayLiteral } from './array-literal'
import { MERGE } from './finding-merge'
import { namedSql } from './named-sql'

/** What a merge did with findings. */
export type FindingTransitions = RunTotals['findings']

/** A check's or rule's word on one resource. */
export type FindingRef = { checkId: string; resourceId: string }

/** Whose findings they are, and which run (or import) at what instant says so; the same in every call of one run. */
export type MergeOf = {
  connectionId: string
  runId: string
  at: string
  /** Whose findings may be resolved: `check`, or the product of the file. */
  source: string
  /** Where what was not seen is resolved. */
  scopes: readonly ResolutionScope[]
}

/** As many rows as one statement is sent. */
const BATCH = 2_000

const keyOf = ({ checkId, resourceId }: FindingRef): string =>
  findingKey(sha256, storableText(checkId), storableText(resourceId))

/**
 * Findings on their way in, in temporary tables that end with the transaction, and the merge that opens, keeps, reopens
 * and resolves. `open` also empties them, so that one transaction can merge account after account. Of several rows with
 * one key the last counts. The counts change in the statements that change the findings.
 */
export const findingStaging = (tx: Tx, organizationId: string) => {
  let ordinal = 0
  return {
    async open(): Promise<void> {
      ordinal = 0
      await tx.$executeRawUnsafe(`SET LOCAL work_mem = '64MB'`)
      for (const statement of MERGE.open) await tx.$executeRawUnsafe(statement)
    },
    /** Failing resources, as many as wanted. */
    async see(seen: readonly SeenFinding[]): Promise<void> {
      for (let start = 0; start < seen.length; start += BATCH) {
        const batch = seen.slice(start, start + BATCH)
        await tx.$executeRawUnsafe(MERGE.see, ...columnsOf(batch, ordinal).map(arrayLiteral))
        ordinal += batch.length
      }
    },
    /** Resources of which nothing can be said: an open finding about them stays open. */
    holdOpen: (refs: readonly FindingRef[]): Promise<void> => keep(tx, refs, false),
    /** Resources that were said to pass: an open finding about them is resolved, whatever the scopes. */
    passed: (refs: readonly FindingRef[]): Promise<void> => keep(tx, refs, true),
    /** Throws not-found (connection). */
    async merge({ connectionId, runId, at, source, scopes }: MergeOf): Promise<FindingTransitions> {
      const values = { organization: organizationId, connection: connectionId, run: runId, at, source }
      const run = { ...values, scopes: scopesJson(scopes) }
      const act = (sql: string) => tx.$executeRawUnsafe(...namedSql(sql, run))
      const ask = <T>(sql: string) => tx.$queryRawUnsafe<T[]>(...namedSql(sql, run))
      const count = async (sql: string) => (await ask<{ n: number }>(sql))[0]?.n ?? 0

      found((await ask(MERGE.hold))[0])
      await tx.$executeRawUnsafe('ANALYZE finding_seen')
      await act(MERGE.compare)
      await tx.$executeRawUnsafe('ANALYZE finding_news')
      const before = await count(MERGE.resolvedBefore)
      for (const statement of [MERGE.change, MERGE.create, MERGE.tell]) await act(statement)
      const resolved = (await count(MERGE.resolveAbsent)) + (await count(MERGE.resolvePassed))
      await act(MERGE.sweep)
      const totals = await ask<{ verdict: string; n: number }>(MERGE.total)
      const of = (verdict: string) => totals.find((one) => one.verdict === verdict)?.n ?? 0
      return {
        opened: of('opened'),
        persisting: of('persisting'),
        resolved: before + resolved,
        reopened: of('reopened'),
      }
    },
  }
}

/** Findings on their way in. */
export type FindingStaging = ReturnType<typeof findingStaging>

async function keep(tx: Tx, refs: readonly FindingRef[], passed: boolean): Promise<void> {
  for (let start = 0; start < refs.length; start += BATCH) {
    const keys = refs.slice(start, start + BATCH).map(keyOf)
    await tx.$executeRawUnsafe(MERGE.keep, arrayLiteral(keys), passed)
  }
}

const scopesJson = (scopes: readonly ResolutionScope[]): string =>
  storableJson(scopes.map(({ checkId, account, heldRegions }) => ({ check_id: checkId, account, held: heldRegions })))

/** The columns of a batch, in the order of the statement that takes them. */
function columnsOf(batch: readonly SeenFinding[], ordinal: number): (string | number | null)[][] {
  const column = <T>(of: (seen: SeenFinding) => T): T[] => batch.map(of)
  const text = (of: (seen: SeenFinding) => string): string[] => batch.map((seen) => storableText(of(seen)))
  return [
    batch.map((_, i) => ordinal + i),
    column(({ checkId, subject }) => keyOf({ checkId, resourceId: subject.id })),
    newIds(batch.length),
    newIds(batch.length),
    text(({ checkId }) => checkId),
    text(({ source }) => source),
    text(({ subject }) => subject.type),
    text(({ subject }) => subject.id),
    text(({ subject }) => subject.name),
    text(({ subject }) => subject.account),
    text(({ subject }) => subject.region ?? ''),
    text(({ title }) => title),
    text(({ message }) => message),
    column(({ severity }) => severity),
    column(({ capabilities }) => capabilities.join(',')),
    column(({ capabilities }) => layerOf(capabilities)),
    column(({ detail }) => storableJson(detail)),
    column(({ provenance }) => (provenance === null ? null : storableJson(provenance))),
  ]
}
