import { type Command, Option } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { OSCAL_MODELS, OscalExportQuery, OscalModel } from '@/lib/model/oscal-export'
import { answering } from './answering'
import { writeOutput } from './output-file'
import { withDatabase } from './with-database'

const Options = OscalExportQuery.extend({ org: z.string(), model: OscalModel, output: z.string().min(1) })

/** `proofline export oscal`: one OSCAL 1.2.2 document; refused without a file where there is nothing to say. */
export function oscalSubcommand(group: Command): void {
  const command = group
    .command('oscal')
    .description('an OSCAL 1.2.2 document of a framework, an assessment or a run')
    .requiredOption('--org <slug>', 'the organization')
    .addOption(new Option('--model <model>', 'which document').choices(OSCAL_MODELS).makeOptionMandatory())
    .option('--assessment <id>', 'of this assessment')
    .option('--run <id>', 'of this posture run')
    .option('--framework <id>', 'proofline, a standard, or custom:SLUG (default: everything)')
    .requiredOption('-o, --output <file>', 'the file to write')
  answering(command, Options, ({ output, json: _, ...asked }) =>
    withDatabase(async () => {
      const { exportOscal } = await import('@/lib/services/export-oscal')
      const { pieces } = await exportOscal(await operator(), asked)
      const written = await writeOutput(pieces, output)
      return {
        json: { ...asked, ...written },
        text: `Wrote ${asked.model} to ${output} (${written.bytes} bytes, SHA-256 ${written.sha256}).`,
      }
    }),
  )
}
