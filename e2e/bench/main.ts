import { parseArgs } from 'node:util'
import { failureText } from '@/lib/cli/failure'
import { textTable } from '@/lib/cli/text-table'
import type { Figure } from './figure'
import { bench as importing } from './import'
import { bench as overview } from './overview'
import { bench as start } from './start'
import { bench as weight } from './weight'

const BENCHES: Readonly<Record<string, () => AsyncGenerator<Figure>>> = { import: importing, overview, start, weight }
const COLUMNS = [
  { title: 'bench' },
  { title: 'figure' },
  { title: 'value', align: 'right' },
  { title: 'unit' },
  { title: 'bar' },
  { title: '' },
] as const

const remark = (line: string) => process.stderr.write(`${line}\n`)

/** Figures go to standard output, as JSON lines or one table, and everything else to standard error. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
  const names = values.only === undefined ? Object.keys(BENCHES) : [values.only]
  const figures: Figure[] = []
  let failures = 0
  for (const name of names) {
    const bench = BENCHES[name]
    if (!bench) throw new Error(`there is no bench "${name}": ${Object.keys(BENCHES).join(', ')}`)
    try {
      for await (const figure of bench()) {
        figures.push(figure)
        if (values.json) process.stdout.write(`${JSON.stringify(figure)}\n`)
      }
    } catch (error) {
      // One bench that cannot run does not hide what the others found.
      failures += 1
      remark(`${name}: ${failureText(error, true)}`)
    }
  }
  if (!values.json) process.stdout.write(`${textTable(COLUMNS, figures.map(row))}\n`)
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

process.exitCode = await main().catch((error: unknown) => {
  remark(failureText(error, false))
  return 2
})
