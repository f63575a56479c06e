import { type Command, Option } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { REPORT_KINDS, ReportChoice, ReportKind } from '@/lib/model/report'
import { exportReport } from '@/lib/services/export-report'
import { answering } from './answering'
import { writeOutput } from './output-file'
import { withDatabase } from './with-database'

const Options = ReportChoice.extend({ org: z.string(), kind: ReportKind, output: z.string().min(1) })

/** `proofline export report`: a PDF for a board, a CISO, an auditor or about one deployment. */
export function reportSubcommand(group: Command): void {
  const command = group
    .command('report')
    .description('a report as a PDF')
    .requiredOption('--org <slug>', 'the organization')
    .addOption(new Option('--kind <kind>', 'for whom or what').choices(REPORT_KINDS).makeOptionMandatory())
    .option('--deployment <slug>', 'about this deployment (default: the one assessed last)')
    .option('--framework <id>', 'of an auditor report: a standard, proofline, or custom:SLUG')
    .option('--from <day>', 'of an auditor report: the first day of the period')
    .option('--to <day>', 'of an auditor report: the last day of the period')
    .option('--as-of <instant>', 'tell it as of this instant, such as 2026-11-22T12:00:00Z (default: now)')
    .requiredOption('-o, --output <file>', 'the file to write')
  answering(command, Options, ({ output, json: _, ...asked }) =>
    withDatabase(async () => {
      const { content, asOf, title } = await exportReport(await operator(), asked)
      const written = await writeOutput(one(content), output)
      return {
        json: { kind: asked.kind, org: asked.org, title, asOf, ...written },
        text: `${title}\nWrote ${output} (${written.bytes} bytes, SHA-256 ${written.sha256}), as of ${asOf}.`,
      }
    }),
  )
}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}
