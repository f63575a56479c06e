import type { Instant } from '@/lib/model/instant'
import type { Requirement, RequirementFramework } from '@/lib/model/requirement'
import { controlToken, controlTokens } from './control-token'
import { metadataOf, type OscalOrganization } from './metadata'
import { type OscalObject, present } from './oscal-object'
import { line, props, prose } from './oscal-text'

/** The token of each requirement of a framework, as its catalog and the mapping to it write it. */
export const requirementTokens = ({ requirements }: Pick<RequirementFramework, 'requirements'>) =>
  controlTokens(requirements.map(({ id }) => id))

type Facts = { organization: OscalOrganization; changedAt: Instant; texts?: ReadonlyMap<string, string> }

/**
 * A framework of an organization's own as an OSCAL catalog; ids as it writes them are labels, since tokens cannot hold them
 * all. `texts` are statements by requirement. Requirements whose group is none of the framework's stand outside of groups.
 */
export function requirementCatalog(framework: RequirementFramework, facts: Facts): OscalObject {
  const { organization, changedAt, texts = new Map() } = facts
  const tokens = requirementTokens(framework)
  const controls = (group: string | null, known: ReadonlySet<string>) =>
    framework.requirements
      .filter((one) => (group === null ? !known.has(one.group) : one.group === group))
      .map((one) => controlOf(one, tokens.get(one.id) ?? controlToken(one.id), texts.get(one.id) ?? null))
  const named = new Set(framework.groups.map(({ id }) => id))
  const groupTokens = controlTokens(named)
  const groups = framework.groups.map(({ id, title }) =>
    present({
      id: `group-${groupTokens.get(id)}`,
      title: line(title ?? id),
      props: id.trim() === '' ? undefined : [{ name: 'label', value: line(id) }],
      controls: controls(id, named),
    }),
  )
  return present({
    metadata: metadataOf({ title: framework.name, lastModified: changedAt, version: framework.version, organization }),
    groups: groups.filter((group) => 'controls' in group),
    controls: controls(null, named),
  })
}

const controlOf = ({ id, title, capabilities }: Requirement, token: string, text: string | null): OscalObject =>
  present({
    id: token,
    title: line(title ?? id),
    props: [
      { name: 'label', value: line(id) },
      ...props({ capabilities: capabilities.map((one) => one.id).join(' ') }),
    ],
    parts: text === null ? undefined : [{ id: `${token}_smt`, name: 'statement', prose: prose(text) }],
  })
