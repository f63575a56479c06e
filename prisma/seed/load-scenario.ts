import type { Actor } from '@/lib/model/actor'
import { listScenarioOrganizations } from '@/lib/services/list-scenario-organizations'
import { loadOrganization } from './load-organization'
import type { Scenario } from './scenario'

/** What loading a scenario did; `loaded` is empty when everything was there already. */
export type LoadReport = { scenario: string; organizations: number; loaded: string[] }

/**
 * Loads what is missing of a scenario, as the operator. Repeating it changes nothing. Throws conflict when a name of the
 * scenario belongs to an organization with real data.
 */
export async function loadScenario(
  operator: Actor,
  scenario: Scenario,
  say: (line: string) => void = () => {},
): Promise<LoadReport> {
  const { name, organizations } = scenario
  const complete = new Set(await listScenarioOrganizations(operator, { scenario: name }))
  const missing = new Set(organizations.filter((slug) => !complete.has(slug)))
  const stories = missing.size === 0 ? [] : scenario.build().filter((story) => missing.has(story.organization.slug))
  for (const story of stories) {
    await loadOrganization(operator, scenario, story)
    say(`Loaded ${story.organization.name} (synthetic)`)
  }
  return { scenario: name, organizations: organizations.length, loaded: [...missing] }
}
