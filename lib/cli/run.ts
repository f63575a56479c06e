import type { Command } from 'commander'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import type { Run } from '@/lib/model/run'
import { countText } from '@/lib/presentation/number'
import { isGoing, secondsText, unreadLine, verdictsLine } from '@/lib/presentation/run'
import { executeRun } from '@/lib/services/execute-run'
import { getRun } from '@/lib/services/get-run'
import { startRun } from '@/lib/services/start-run'
import { type Answer, answering, remark } from './answering'
import { failureText } from './failure'
import { membershipOf } from './membership-of'
import { withDatabase } from './with-database'

const Options = z.object({ org: z.string(), wait: z.boolean().default(false) })

/** `proofline run NAME`: with `--wait` this process reads the source itself, side by side with workers if there are any. */
async function run(name: string, { org, wait }: z.infer<typeof Options>): Promise<Answer> {
  const ended = await withDatabase(async () => {
    const { actor } = await membershipOf(org)
    const started = { org, connection: name, trigger: 'pipeline', isExecutedHere: wait } as const
    const { runId, organizationId } = await startRun(actor, started).catch(namingIt(name))
    const complain = (error: unknown) => remark(failureText(error, false))
    if (wait) await executeRun({ organizationId, runId, complain })
    return getRun(actor, { org, id: runId })
  })
  const code = ended.state === 'failed' || ended.state === 'cancelled' ? 1 : 0
  return { json: documentOf(ended), text: textOf(ended), code }
}

const namingIt = (name: string) => (cause: unknown) => {
  if (!(cause instanceof AppError) || cause.code !== 'not-found') throw cause
  throw new AppError('not-found', { detail: `The organization has no connection named "${name}".`, cause })
}

/** What a pipeline reads. What is not known yet is null, but for units, which are counted as they end. */
function documentOf({ id, state, totals, progress, snapshot }: Run): object {
  const { ok, failed, denied } = progress.units
  return {
    run: id,
    status: state,
    seconds: totals?.seconds ?? null,
    units: totals?.units ?? { ok, failed, denied },
    resources: totals?.resources ?? null,
    calls: totals?.calls ?? progress.calls,
    verdicts: totals?.verdicts ?? null,
    snapshot: snapshot === null ? null : `sha256:${snapshot}`,
  }
}

function textOf(run: Run): string {
  const { id, state, totals, progress, snapshot, error, connectionName } = run
  if (isGoing(state)) return `${connectionName}: the run waits for a worker (npm start or npm run worker).\nRun ${id}`
  if (totals === null)
    return `${connectionName}: the run ${state === 'failed' ? 'failed' : 'was cancelled'}.\nRun ${id}`
  return [
    `${connectionName}: ${state} in ${secondsText(totals.seconds)}, ${countText(totals.resources)} resources in ${countText(totals.calls)} calls.`,
    ...(error === null ? [] : [error]),
    `Not read: ${unreadLine(progress) ?? 'nothing'}.`,
    `Checks: ${verdictsLine(totals)}.`,
    ...(snapshot === null ? [] : [`Snapshot sha256:${snapshot}`]),
    `Run ${id}`,
  ].join('\n')
}

export const register = (program: Command): Command =>
  answering(
    program
      .command('run')
      .description('read a connection and judge what was read')
      .argument('<name>', 'the name of the connection')
      .requiredOption('--org <slug>', 'the organization')
      .option('--wait', 'read it here and now, and fail when the run does'),
    Options,
    (options, [name = '']) => run(name, options),
  )
