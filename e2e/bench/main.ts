import { parseArgs } from 'node:util'
import { failureText } from '@/lib/cli/failure'
import { stopRequest } from '@/lib/cli/serve/stop-request'
import { textTable } from '@/lib/cli/text-table'
import { AppError } from '@/lib/kernel/app-error'
import { giveUp } from './afterwards'
import { bench as aws } from './aws'
import { bench as checks } from './checks'
import { bench as decide } from './decide'
import type { Figure } from './figure'
import { bench as findings } from './findings'
import { bench as importing } from './import'
import { bench as ingest } from './ingest'
import { bench as isolation } from './isolation'
import { bench as kubernetes } from './kubernetes'
import { bench as oscal } from './oscal'
import { bench as overview } from './overview'
import { bench as pack } from './pack'
import { bench as start } from './start'
import { bench as weight } from './weight'

const BENCHES: Readonly<Record<string, () => AsyncGenerator<Figure>>> = {
  import: importing,
  overview,
  decide,
  isolation,
  start,
  weight,
  checks,
  kubernetes,
  findings,
  ingest,
  aws,
  oscal,
  pack,
}
const COLUMNS = [
  { title: 'bench' },
  { title: 'figure' },
  { title: 'value', align: 'right' },
  { title: 'unit' },
  { title: 'bar' },
  { title: '' },
] as const

const BAD_USE = 2
const INTERRUPTED = 130

const remark = (line: string) => process.stderr.write(`${line}\n`)

/** Throws invalid for an option or a bench that there is none of. */
function options(): { json?: boolean; only?: string } {
  const detail = `Usage: npm run bench -- [--json] [--only ${Object.keys(BENCHES).join('|')}]`
  try {
    const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
    if (values.only === undefined || values.only in BENCHES) return values
  } catch (cause) {
    throw new AppError('invalid', { detail, cause })
  }
  throw new AppError('invalid', { detail })
}

/** Figures go to standard output, as JSON lines or one table, and everything else to standard error. */
async function main(): Promise<number> {
  const { json, only } = options()
  const figures: Figure[] = []
  let failures = 0
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (only !== undefined && name !== only) continue
    try {
      for await (const figure of bench()) {
        figures.push(figure)
        if (json) process.stdout.write(`${JSON.stringify(figure)}\n`)
      }
    } catch (error) {
      // One bench that cannot run does not hide what the others found.
      failures += 1
      remark(`${name}: ${failureText(error, true)}`)
    }
  }
  if (!json) process.stdout.write(`${textTable(COLUMNS, figures.map(row))}\n`)
  return failures === 0 && figures.every(({ ok }) => ok) ? 0 : 1
}

const row = ({ bench, metric, value, unit, bar, ok }: Figure): string[] => [
  bench,
  metric,
  String(value),
  unit,
  bar ?? '',
  bar === null ? '' : ok ? 'ok' : 'missed',
]

void stopRequest()
  .then(giveUp)
  .finally(() => process.exit(INTERRUPTED))

process.exit(
  await main().catch((error: unknown) => {
    remark(failureText(error, false))
    return BAD_USE
  }),
)
