import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { listScenarioOrganizations } from '@/lib/services/list-scenario-organizations'
import { summarizeOrganizations } from '@/lib/services/summarize-organizations'
import { loadOrganization } from './load-organization'
import type { Scenario } from './scenario'

/** What loading a scenario did; `loaded` is empty when everything was there already. */
export type LoadReport = { scenario: string; organizations: number; loaded: string[] }

/** Real data is never touched, and a demo with a gap is none, so all names are looked at before the first is used. */
async function refuseRealData(operator: Actor, slugs: ReadonlySet<string>): Promise<void> {
  const known = await summarizeOrganizations(operator)
  const real = known.filter(({ slug, synthetic }) => slugs.has(slug) && !synthetic).map(({ slug }) => slug)
  if (real.length === 0) return
  throw new AppError('conflict', {
    detail: `The demo needs the name ${real.join(', ')}, which belongs to an organization with real data. Nothing was loaded.`,
  })
}

/**
 * Loads what is missing of a scenario, as the operator. Repeating it changes nothing. Throws conflict, before
 * anything is loaded, when a name of the scenario belongs to an organization with real data.
 */
export async function loadScenario(
  operator: Actor,
  scenario: Scenario,
  say: (line: string) => void = () => {},
): Promise<LoadReport> {
  const { name, organizations } = scenario
  const complete = new Set(await listScenarioOrganizations(operator, { scenario: name }))
  const missing = new Set(organizations.filter((slug) => !complete.has(slug)))
  await refuseRealData(operator, missing)
  const stories = missing.size === 0 ? [] : scenario.build().filter((story) => missing.has(story.organization.slug))
  for (const story of stories) {
    await loadOrganization(operator, scenario, story)
    say(`Loaded ${story.organization.name} (synthetic)`)
  }
  return { scenario: name, organizations: organizations.length, loaded: [...missing] }
}
