import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runGates } from './check'
import { believed, lastLine, playwrightTally, sum, type Tally, vitestTally } from './tally'
import { runTool } from './tool'

type Part = (reports: string) => Promise<Tally>

async function read(file: string, count: (report: unknown) => Tally): Promise<Tally | null> {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    console.error(`No usable report was left: ${error instanceof Error ? error.message : error}`)
    return null
  }
}

async function gates(): Promise<Tally> {
  const judged = (await runGates()).flatMap(({ outcome }) => outcome ?? [])
  const passed = judged.filter(({ code }) => code === 0).length
  return { passed, failed: judged.length - passed, skipped: 0 }
}

const vitest =
  (project: string): Part =>
  async (reports) => {
    const file = join(reports, `${project}.json`)
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { code } = await runTool('vitest', args, { live: true })
    return believed(await read(file, vitestTally), code)
  }

async function journeys(reports: string): Promise<Tally> {
  const file = join(reports, 'e2e.json')
  const settings = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, NEXT_TELEMETRY_DISABLED: '1' }
  const { code } = await runTool('playwright', ['test', '--reporter=list,json'], { live: true, settings })
  return believed(await read(file, playwrightTally), code)
}

const PARTS: Readonly<Record<string, Part>> = {
  check: gates,
  unit: vitest('unit'),
  integration: vitest('integration'),
  e2e: journeys,
}

async function timed(name: string, part: Part, reports: string) {
  console.log(`\n── ${name}`)
  const began = performance.now()
  const tally = await part(reports)
  const seconds = (performance.now() - began) / 1000
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped (a skipped test counts as failed)` : ''
  return { tally, line: `${name}: ${tally.passed} passed, ${tally.failed} failed${skipped} in ${seconds.toFixed(1)} s` }
}

/**
 * The `test` command: static gates, unit, integration and browser journeys, or only the parts named. Every part runs
 * even after a failure. The last line is `N passed, N failed` over all of them; 0 only when nothing failed or was skipped.
 */
export async function runTests(args: readonly string[] = []): Promise<number> {
  const unknown = args.filter((name) => !(name in PARTS))
  if (unknown.length > 0) {
    console.error(`There is no part called ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}`)
    return 2
  }
  const reports = await mkdtemp(join(tmpdir(), 'proofline-test-'))
  const done: Awaited<ReturnType<typeof timed>>[] = []
  for (const [name, part] of Object.entries(PARTS)) {
    if (args.length === 0 || args.includes(name)) done.push(await timed(name, part, reports))
  }
  await rm(reports, { recursive: true, force: true })
  const total = sum(done.map(({ tally }) => tally))
  console.log(`\n${done.map(({ line }) => line).join('\n')}`)
  console.log(lastLine(total))
  return total.failed + total.skipped === 0 ? 0 : 1
}
