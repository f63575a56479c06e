import { basename } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import type { FindingImportReport } from '@/lib/model/finding-import'
import { importFindings } from '@/lib/services/import-findings'
import { answering } from './answering'
import { fileChunks } from './input-file'
import { withDatabase } from './with-database'

const Options = z.object({ org: z.string(), connection: z.string().optional(), dryRun: z.boolean().default(false) })

const REJECTS_PRINTED = 20

/** `proofline import findings FILE`: the findings of another scanner, in whichever of the known formats. */
export const findingsSubcommand = (group: Command): Command =>
  answering(
    group
      .command('findings')
      .description(
        'findings of another scanner: OCSF, ASFF, SARIF, OSCAL assessment results, kube-bench, Trivy, Checkov, Prowler CSV',
      )
      .argument('<file>', 'the file, or - for standard input')
      .requiredOption('--org <slug>', 'the organization')
      .option('--connection <name>', 'the connection they belong to (default: the name of the product)')
      .option('--dry-run', 'do everything, then undo it'),
    Options,
    async ({ org, ...rest }, [file = '']) => {
      const chunks = await fileChunks(file)
      const options = { ...rest, fileName: file === '-' ? 'standard input' : basename(file).slice(-255) }
      const report = await withDatabase(async () => importFindings(await operator(), { org, options, chunks }))
      return { json: report, text: textOf(report) }
    },
  )

function textOf(report: FindingImportReport): string {
  const { records, mapped, unmapped, notFindings, rejected } = report
  const { pass, not_assessed, suppressed, closed } = notFindings
  return [
    `${records} records of ${report.product} (${report.format}): ${mapped + unmapped} findings, ${mapped} mapped to capabilities, ${unmapped} not.`,
    `No findings: ${pass} passed, ${not_assessed} not assessed, ${suppressed} suppressed, ${closed} closed.`,
    `${report.opened} opened, ${report.persisting} persisting, ${report.reopened} reopened, ${report.resolved} resolved.`,
    ...(rejected > 0 ? [`${rejected} records refused:`, ...rejectLines(report)] : []),
    report.dryRun ? 'This was a dry run: nothing was kept.' : `Import ${report.importId}`,
  ].join('\n')
}

function rejectLines({ rejects }: FindingImportReport): string[] {
  const lines = rejects
    .slice(0, REJECTS_PRINTED)
    .map(({ row, field, reason }) => `  record ${row}, ${field}: ${reason}`)
  return rejects.length > REJECTS_PRINTED ? [...lines, '  … (--json lists more)'] : lines
}
