import { join, resolve } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALLOWED, type Probe, REFUSED } from './import-probes'
import { buildProbeHouse } from './probe-house'

const law = await extractDepcruiseConfig(resolve('.dependency-cruiser.mjs'))
const rules = law.forbidden ?? []
const broken = new Map<string, Set<string>>()
const refused = Object.values(REFUSED).flat()
const { house, demolish } = buildProbeHouse(process.cwd(), [...refused, ...ALLOWED])

async function judge(): Promise<ICruiseResult> {
  const tsConfig = join(house, 'tsconfig.json')
  const options = {
    ...law.options,
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: rules },
    tsConfig: { fileName: tsConfig },
  }
  const { output } = await cruise(['.'], options as ICruiseOptions, {}, { tsConfig: extractTSConfig(tsConfig) })
  if (typeof output === 'string') throw new Error('the cruiser answered with text instead of a result')
  return output
}

beforeAll(async () => {
  for (const violation of (await judge()).summary.violations) {
    // A knot is reported once, from one of its ends; everyone in it broke the rule.
    for (const file of [violation.from, ...(violation.cycle ?? []).map((part) => part.name)]) {
      broken.set(file, (broken.get(file) ?? new Set()).add(violation.rule.name))
    }
  }
})
afterAll(demolish)

const rulesBrokenBy = ([file]: Probe) => [...(broken.get(file) ?? [])]

describe('law of imports', () => {
  test('every rule is an error, says why, and is fed a forbidden import here', () => {
    expect(rules.filter((rule) => rule.severity !== 'error' || (rule.comment ?? '').length < 40)).toEqual([])
    expect(rules.map((rule) => rule.name).sort()).toEqual(Object.keys(REFUSED).sort())
  })

  for (const [rule, probes] of Object.entries(REFUSED)) {
    test.each(probes)(`${rule} refuses %s importing %s`, (...probe) => {
      expect(rulesBrokenBy(probe)).toContain(rule)
    })
  }

  test.each(ALLOWED)('%s may import %s', (...probe) => {
    expect(rulesBrokenBy(probe)).toEqual([])
  })

  test('no file carries two probes, so that none hides another', () => {
    const files = [...refused, ...ALLOWED].map(([file]) => file)
    expect(new Set(files).size).toBe(files.length)
  })
})
