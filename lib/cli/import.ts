import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { ImportKind, ImportReport } from '@/lib/model/import-batch'
import { AuditMap, DateOrder, ImportOptions, IncidentMap, OSCAL_SOURCE } from '@/lib/model/import-options'
import { importAudits } from '@/lib/services/import-audits'
import type { ImportedFile } from '@/lib/services/import-file'
import { importIncidents } from '@/lib/services/import-incidents'
import { type Answer, answering } from './answering'
import { findingsSubcommand } from './import-findings'
import { frameworkSubcommand } from './import-framework'
import { fileChunks, readJsonFile } from './input-file'
import { withDatabase } from './with-database'

const Options = z.object({
  org: z.string(),
  source: ImportOptions.shape.source.optional(),
  deployment: ImportOptions.shape.deployment,
  map: z.string().optional(),
  dates: ImportOptions.shape.dates,
  zone: ImportOptions.shape.zone,
  createOrg: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  strict: z.boolean().default(false),
})
type Options = z.infer<typeof Options>

const REJECTS_PRINTED = 20

/** `proofline import incidents|audits|findings|framework FILE`. */
export function register(program: Command): Command {
  const group = program
    .command('import')
    .description('read incidents or compliance audits, the findings of another scanner, or a framework of one’s own')
  subcommand(group, 'incidents', 'incidents, one row or several each; the last row of an incident counts')
  subcommand(group, 'audits', 'compliance audits: CSV, one row each, or OSCAL assessment results')
  findingsSubcommand(group)
  frameworkSubcommand(group)
  return group
}

const subcommand = (group: Command, kind: ImportKind, description: string): Command =>
  answering(
    group
      .command(kind)
      .description(description)
      .argument('<file>', 'the file, or - for standard input')
      .requiredOption('--org <slug>', 'the organization')
      .option('--source <name>', 'of CSV: the system the records come from; with their ids it tells records apart')
      .option('--map <file>', 'of CSV: a JSON file that names the column of each field, like {"externalId":"number"}')
      .option('--deployment <slug>', 'the deployment the records belong to')
      .addOption(new Option('--dates <order>', 'how dates without a year in front are read').choices(DateOrder.options))
      .option('--zone <area/city>', 'the zone of dates that carry no offset (default: UTC)')
      .option('--create-org', 'make the organization when it is absent')
      .option('--dry-run', 'do everything, then undo it')
      .option('--strict', 'refuse the whole file when any row is refused'),
    Options,
    (options, [file = '']) => run(kind, file, options),
  )

type Importer = (actor: Actor, file: ImportedFile) => Promise<ImportReport>

/** The map is read before the database is opened: a bad one is the fastest thing to find out. */
const IMPORTERS: Record<ImportKind, (given: Options) => Promise<Importer>> = {
  incidents: async (given) => {
    const map = await readJsonFile(needed(given, 'map'), IncidentMap)
    needed(given, 'source')
    return (actor, file) => importIncidents(actor, { ...file, map })
  },
  audits: async (given) => {
    // OSCAL names neither columns nor where it comes from; the importer refuses a CSV file without a map.
    if (given.map === undefined) return (actor, file) => importAudits(actor, file)
    const map = await readJsonFile(given.map, AuditMap)
    needed(given, 'source')
    return (actor, file) => importAudits(actor, { ...file, map })
  },
}

function needed(given: Options, name: 'map' | 'source'): string {
  const value = given[name]
  if (value !== undefined) return value
  const reason = 'is missing'
  throw new AppError('invalid', { detail: `--${name} ${reason}.`, problems: [{ field: `--${name}`, reason }] })
}

async function run(kind: ImportKind, file: string, given: Options): Promise<Answer> {
  const { org, map: _, createOrg, source = OSCAL_SOURCE, ...rest } = given
  const importer = await IMPORTERS[kind](given)
  const chunks = await fileChunks(file)
  const options = { ...rest, source, fileName: file === '-' ? 'standard input' : basename(file).slice(-255) }
  return withDatabase(async () => answerOf(kind, await importer(await operator(), { org, createOrg, options, chunks })))
}

function answerOf(kind: ImportKind, { records, ...report }: ImportReport): Answer {
  const { rows, ...rest } = report
  return { json: { rows, [kind]: records, ...rest }, text: textOf(kind, { records, ...report }) }
}

function textOf(kind: ImportKind, report: ImportReport): string {
  const { rows, records, created, updated, unchanged, rejected, months } = report
  const span =
    months.length === 0 ? 'no month changed' : `${months.length} months from ${months[0]} to ${months.at(-1)}`
  return [
    `${rows} rows, ${records} ${kind}: ${created} created, ${updated} updated, ${unchanged} unchanged; ${span} recomputed.`,
    ...(rejected > 0 ? [`${rejected} rows refused:`, ...rejectLines(report)] : []),
    report.dryRun ? 'This was a dry run: nothing was kept.' : `Import ${report.batchId}`,
  ].join('\n')
}

function rejectLines({ rejects }: ImportReport): string[] {
  const lines = rejects.slice(0, REJECTS_PRINTED).map(({ row, field, reason }) => `  row ${row}, ${field}: ${reason}`)
  return rejects.length > REJECTS_PRINTED ? [...lines, '  … (--json lists more)'] : lines
}
