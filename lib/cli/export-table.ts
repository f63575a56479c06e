import { type Command, Option } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { AppError } from '@/lib/kernel/app-error'
import { FindingExport } from '@/lib/model/finding-filter'
import { IncidentFilter } from '@/lib/model/incident-filter'
import { optionsOf, withCommonOptions } from './answering'
import { writeOutput, writeToStandardOutput } from './output-file'
import { withDatabase } from './with-database'

/** What each format is called on the command line, and how its file ends. */
const ENDINGS = { csv: 'csv', xlsx: 'xlsx', json: 'json', ocsf: 'ocsf.json', sarif: 'sarif' } as const
type Format = keyof typeof ENDINGS

const EVERY_TABLE: readonly Format[] = ['csv', 'xlsx', 'json']

const Options = z.object({
  org: z.string(),
  format: z.enum(['csv', 'xlsx', 'json', 'ocsf', 'sarif']),
  output: z.string().min(1).optional(),
})
type Asked = z.infer<typeof Options> & { table: string; json: boolean; filter: Record<string, string> }

/** `proofline export findings|incidents`: each has documents of its own, and its list's filter as options. */
export function listSubcommands(group: Command): void {
  listSubcommand(group, 'findings', [...EVERY_TABLE, 'ocsf', 'sarif'], FindingExport)
  listSubcommand(group, 'incidents', [...EVERY_TABLE, 'ocsf'], IncidentFilter)
}

function listSubcommand(group: Command, table: string, formats: readonly Format[], filter: z.ZodObject): void {
  const command = common(group.command(table).description(`the ${table} of an organization`), formats)
  const names = Object.keys(filter.shape)
  for (const name of names) command.option(`--${name} <value>`, helpOf(name))
  command.action(() => {
    const given: Record<string, unknown> = command.opts()
    const said = names.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]] as const] : []))
    return run({ ...optionsOf(command, Options), table, filter: Object.fromEntries(said) })
  })
}

/** `proofline export table NAME`: any table, as its page offers it. */
export function tableSubcommand(group: Command): void {
  const command = common(
    group
      .command('table')
      .description('any table of an organization, by its name')
      .argument('<name>', 'such as checks'),
    EVERY_TABLE,
  ).option('--where <field=value...>', 'what its list can be narrowed to, such as state=approved')
  command.action((table: string) =>
    run({ ...optionsOf(command, Options), table, filter: Object.fromEntries(pairs(command.opts().where ?? [])) }),
  )
}

const helpOf = (name: string): string =>
  name === 'sort' ? 'the order of the list' : `narrow to this ${name}, as the list does`

const common = (command: Command, formats: readonly Format[]): Command =>
  withCommonOptions(command)
    .requiredOption('--org <slug>', 'the organization')
    .addOption(new Option('--format <format>', 'how it is written').choices(formats).makeOptionMandatory())
    .option('-o, --output <file>', 'the file to write (default: standard output)')

function pairs(given: readonly string[]): [string, string][] {
  return given.map((one) => {
    const at = one.indexOf('=')
    if (at < 1) throw new AppError('invalid', { detail: `--where ${one} is not of the form field=value` })
    return [one.slice(0, at), one.slice(at + 1)]
  })
}

/** Writes the table as it is read, so that a million rows need no more memory than ten. */
async function run({ org, table, format, filter, output, json }: Asked): Promise<void> {
  if (json && output === undefined)
    throw new AppError('invalid', { detail: '--json needs --output: standard output is the file itself' })
  const { exportTable, tableSourceOf } = await import('@/lib/services/export-table')
  const parsed = parsedBy(tableSourceOf(table).filter, filter)
  await withDatabase(async () => {
    const exported = await exportTable(await operator(), { org, table, format: ENDINGS[format], filter: parsed })
    if (output === undefined) return writeToStandardOutput(exported.pieces)
    const written = await writeOutput(exported.pieces, output)
    const summary = { table, format, rows: exported.rows(), ...written }
    const text = `${summary.rows} rows in ${written.file} (${written.bytes} bytes, SHA-256 ${written.sha256})`
    process.stdout.write(`${json ? JSON.stringify(summary) : text}\n`)
  })
}

function parsedBy(schema: z.ZodObject, filter: Record<string, string>): object {
  const parsed = schema.strict().safeParse(filter)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({
    field: path.join('.') || 'filter',
    reason: message,
  }))
  throw new AppError('invalid', { detail: 'The filter is not valid.', problems })
}
