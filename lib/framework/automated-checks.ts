import { capability } from './capabilities'
import checks from './catalogue/0.1/automated-checks.json'
import type { AutomatedCheck } from './catalogue-schema'

const byCapability = new Map<string, readonly AutomatedCheck[]>(Object.entries(checks))

/** Calls that could yield evidence for a capability. They support clauses and never set a stage alone. Throws not-found. */
export const automatedChecksOf = (id: string): readonly AutomatedCheck[] => byCapability.get(capability(id).id) ?? []
