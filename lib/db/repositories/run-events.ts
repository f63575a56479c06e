import { newId } from '@/lib/kernel/id'
import type { RunEvent } from '@/lib/model/run'
import type { Tx } from '../scope'

/** A log that says everything says nothing: from here on only what went wrong is kept, and then nothing. */
const MOST_INFO = 1_000
const MOST = 2_000
const LONGEST = 500

/** It happened now unless told otherwise. */
export type NewRunEvent = Pick<RunEvent, 'level' | 'unit' | 'message'> & { at?: Date }

export const runEventRepository = (tx: Tx, organizationId: string) => ({
  /** Adds one line to the log of a run, as long as there is room. */
  async add(runId: string, { level, unit, message, at }: NewRunEvent): Promise<void> {
    const most = level === 'info' ? MOST_INFO : MOST
    await tx.$executeRaw`
      INSERT INTO run_events (organization_id, id, run_id, at, level, unit, message)
      SELECT ${organizationId}::uuid, ${newId()}::uuid, ${runId}::uuid, coalesce(${at ?? null}::timestamptz, clock_timestamp()), ${level}, ${unit},
        ${message.slice(0, LONGEST)}
      WHERE (SELECT count(*) FROM (SELECT 1 FROM run_events
        WHERE organization_id = ${organizationId}::uuid AND run_id = ${runId}::uuid LIMIT ${most}) e) < ${most}`
  },
})
