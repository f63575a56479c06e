import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { CHECKS } from '@/lib/checks/registry'
import { planMarkdown } from '@/lib/evidence/plan-markdown'
import { planSarif } from '@/lib/evidence/plan-sarif'
import { AppError } from '@/lib/kernel/app-error'
import { Connection } from '@/lib/model/connection'
import { GateOptions, PlanFormat, type PlanReport } from '@/lib/model/plan-report'
import { acceptPlan } from '@/lib/services/accept-plan'
import { type Answer, answering } from './answering'
import { ExitWith } from './failure'
import { gateText } from './gate-text'
import { fileChunks } from './input-file'
import { withDatabase } from './with-database'

/** Read by `Asked`, so that what is wrong with them has the exit code of bad input. */
const Given = z.object({
  org: z.string().optional(),
  connection: z.string().optional(),
  failBelow: z.string().optional(),
  failOn: z.string().optional(),
  format: z.string().optional(),
  allowUnknown: z.boolean().default(false),
  record: z.boolean().default(false),
})

const Asked = GateOptions.extend({
  file: z.string({ error: 'name the file, or - for standard input' }),
  org: z.string({ error: 'name the organization with --org' }),
  connection: Connection.shape.name.default('terraform'),
  format: PlanFormat.optional(),
  record: z.boolean(),
})

const PASSED = 0
const NOT_PASSED = 1
const BAD_INPUT = 2

/** `proofline gate PLAN.json`: 0 when the gate passed or none was asked for, 1 when it did not, 2 when it could not be judged. */
export const register = (program: Command): Command =>
  answering(
    program
      .command('gate')
      .description(
        'judge a Terraform plan or state before it is applied: exit code 0 passed, 1 not passed, 2 bad input',
      )
      .argument('[file]', 'what `terraform show -json PLANFILE` printed, or - for standard input')
      .option('--org <slug>', 'the organization')
      .option('--connection <name>', 'the Terraform connection it belongs to (default: terraform)')
      .option(
        '--fail-below <stage>',
        'traditional, initial, advanced or optimal: what the plan’s checks contradict up to it fails',
      )
      .option('--fail-on <severity>', 'critical, high, medium, low or info: any failure of it or worse')
      .option('--allow-unknown', 'let pass what is known only after apply')
      .option('--record', 'keep it as a run of the connection; without, nothing is written')
      .option('--format <format>', 'json, sarif or markdown'),
    Given,
    async ({ json: _, ...given }, [file]) => {
      try {
        return await gate(given, file)
      } catch (cause) {
        throw new ExitWith(BAD_INPUT, cause)
      }
    },
  )

async function gate(given: z.infer<typeof Given>, file: string | undefined): Promise<Answer> {
  const parsed = Asked.safeParse({ ...given, file: file === 'undefined' ? undefined : file })
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), reason: message }))
    throw new AppError('invalid', { detail: 'The gate cannot be judged.', problems })
  }
  const { file: path, org, connection, record, format, ...options } = parsed.data
  const chunks = await fileChunks(path)
  const report = await withDatabase(async () =>
    acceptPlan(await operator(), { org, chunks, connection, record, trigger: 'pipeline', gate: options }),
  )
  const code = report.gate === null || report.gate.outcome === 'passed' ? PASSED : NOT_PASSED
  return { ...documentsOf(report, format), code }
}

function documentsOf(report: PlanReport, format: PlanFormat | undefined): Pick<Answer, 'json' | 'text'> {
  const sarif = format === 'sarif' ? planSarif(report, CHECKS) : null
  if (sarif) return { json: sarif, text: JSON.stringify(sarif) }
  if (format === 'markdown') return { json: report, text: planMarkdown(report) }
  return { json: report, text: format === 'json' ? JSON.stringify(report) : gateText(report) }
}
