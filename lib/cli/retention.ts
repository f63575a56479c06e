import type { Command } from 'commander'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import type { Removal } from '@/lib/model/removal'
import { Sha256 } from '@/lib/model/signed-statement'
import { bytesText } from '@/lib/presentation/bytes'
import { countText } from '@/lib/presentation/number'
import { kindText, plannedTotal, removalLine, spanText } from '@/lib/presentation/retention'
import { listRemovals } from '@/lib/services/list-removals'
import { planRemoval } from '@/lib/services/plan-removal'
import { removeRecords } from '@/lib/services/remove-records'
import { type Answer, answering } from './answering'
import { membershipOf } from './membership-of'
import { textTable } from './text-table'
import { withDatabase } from './with-database'

const Report = z.object({ org: z.string() })
const Remove = Report.extend({ digest: Sha256 })

/** `proofline retention`: what is past its time, and its removal once somebody agreed to exactly that. */
export function register(program: Command): void {
  const retention = program.command('retention').description('what is past its time under the retention rules')
  answering(
    retention
      .command('report')
      .description('report what would be removed today; removes nothing')
      .requiredOption('--org <slug>', 'the organization'),
    Report,
    ({ org }) => withDatabase(() => report(org)),
  )
  answering(
    retention
      .command('remove')
      .description('remove exactly what the latest report says; exit code 1 when a legal hold stopped it')
      .requiredOption('--org <slug>', 'the organization')
      .requiredOption('--digest <sha256>', 'digest of the report that is agreed to'),
    Remove,
    ({ org, digest }) => withDatabase(() => remove(org, digest)),
  )
}

/** What would go, kind by kind, with what keeps the rest. */
export async function report(org: string): Promise<Answer> {
  const { actor } = await membershipOf(org)
  const removal = await planRemoval(actor, { org })
  return { json: removal, text: reportText(org, removal) }
}

/** Works until the removal has come to its end. Throws conflict when the report is not, or no longer, what it says. */
export async function remove(org: string, digest: string): Promise<Answer> {
  const { actor } = await membershipOf(org)
  const { items } = await listRemovals(actor, { org })
  const agreed = items.find((one) => one.digest === digest && (one.state === 'planned' || one.state === 'removing'))
  if (!agreed) throw new AppError('conflict', { detail: 'No report of this digest waits. Make a new report.' })
  let removal: Removal
  do removal = await removeRecords(actor, { org, id: agreed.id, digest })
  while (removal.state === 'removing')
  const isDone = removal.state === 'done'
  return {
    json: removal,
    text: `${isDone ? 'Removed' : 'Stopped by a legal hold'}: ${removalLine(removal)}.`,
    code: isDone ? 0 : 1,
  }
}

function reportText(org: string, { report, digest }: Removal): string {
  if (report.kinds.length === 0) return 'No kind of record has a rule: everything is kept for good.'
  const columns = [
    { title: 'Kind' },
    { title: 'Records', align: 'right' as const },
    { title: 'On disk', align: 'right' as const },
    { title: 'Days' },
    { title: 'Kept although past their time' },
  ]
  const rows = report.kinds.map((one) => [
    kindText(one.kind).name,
    countText(one.records),
    one.bytes === null ? '' : bytesText(one.bytes),
    spanText(one),
    [
      ...one.held.map(({ name, records }) => `${records} by the hold "${name}"`),
      ...one.needed.map(({ why, records }) => `${records} ${why}`),
    ].join('; '),
  ])
  const next = `To remove them: npm run -s proofline -- retention remove --org ${org} --digest ${digest}`
  return [textTable(columns, rows), ...(plannedTotal(report) > 0 ? [next] : ['Nothing is past its time.'])].join('\n')
}
