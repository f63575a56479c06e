import type { OscalObject } from './oscal-object'
import { present } from './oscal-object'
import { selected } from './own-control'

/**
 * Which controls were looked at. What does not apply is excluded, which is how OSCAL says so: it is neither satisfied nor a
 * gap, and the observation of its answer says why.
 */
export const reviewedControls = (
  capabilities: Iterable<string>,
  notApplicable: Iterable<string> = [],
): OscalObject => ({
  'control-selections': [
    present({ 'include-controls': selected(capabilities), 'exclude-controls': selected(notApplicable) }),
  ],
})

/** What tells a result of some capabilities from that of all: it says less, so it is another result. */
export const partOf = ({ capabilities }: { capabilities: ReadonlySet<string> | null }): string[] =>
  capabilities === null ? [] : [...capabilities].sort()
