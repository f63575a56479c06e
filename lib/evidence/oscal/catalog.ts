import { type Capability, capabilitiesOf } from '@/lib/framework/capabilities'
import { FRAMEWORK_VERSION } from '@/lib/framework/framework'
import { clausesOf, guidanceOf } from '@/lib/framework/guidance'
import { type Layer, layers } from '@/lib/framework/layers'
import { provenance } from '@/lib/framework/provenance'
import { STAGES, type Stage } from '@/lib/model/stage'
import { metadataOf } from './metadata'
import type { OscalObject } from './oscal-object'
import { line, props, prose } from './oscal-text'
import { objectiveId, ownControl, statementId } from './own-control'

/** The day this version of the framework was made: what it holds never changes after it. */
export const FRAMEWORK_MODIFIED = `${provenance.generated}T00:00:00Z`

/**
 * Our framework as the OSCAL catalog `zt-framework`: layers are groups, capabilities controls, and each control says what it
 * is for, what its four stages ask, clause by clause, and which evidence to ask for. The crosswalk is a document of its own.
 */
export const ownCatalog = (): OscalObject => ({
  metadata: metadataOf({
    title: 'Proofline zero-trust framework',
    lastModified: FRAMEWORK_MODIFIED,
    version: FRAMEWORK_VERSION,
    remarks: prose(provenance.scoringNote),
  }),
  groups: layers.map(groupOf),
})

const groupOf = ({ id, name }: Layer): OscalObject => ({
  id: id.toLowerCase(),
  class: 'layer',
  title: line(name),
  props: label(id),
  controls: capabilitiesOf(id).map(controlOf),
})

const label = (value: string) => [{ name: 'label', value }]

function controlOf({ id, name, weight }: Capability): OscalObject {
  const { intent, stages, weightRationale, evidence } = guidanceOf(id)
  return {
    id: ownControl(id),
    class: 'capability',
    title: line(name),
    props: [...label(id), ...props({ weight, catalog: 'zt-framework' })],
    parts: [
      { id: statementId(id), name: 'statement', prose: prose(intent) },
      { id: `${ownControl(id)}_gdn`, name: 'guidance', prose: prose(`Weight ${weight} of 3. ${weightRationale}`) },
      {
        id: objectiveId(id),
        name: 'assessment-objective',
        prose: 'A stage is met only when every clause of it and of all lower stages is met.',
        parts: stages.map((descriptor, stage) => stageOf(id, stage as Stage, descriptor)),
      },
      {
        id: `${ownControl(id)}_asm`,
        name: 'assessment-method',
        props: [{ name: 'method', value: 'EXAMINE' }],
        parts: [{ name: 'assessment-objects', prose: prose(evidence.join('\n\n')) }],
      },
    ],
  }
}

function stageOf(capability: string, stage: Stage, descriptor: string): OscalObject {
  const id = objectiveId(capability, stage)
  return {
    id,
    name: 'assessment-objective',
    title: line(STAGES[stage]),
    props: props({ stage: STAGES[stage] }),
    prose: prose(descriptor),
    parts: clausesOf(descriptor).map((clause, i) => ({
      id: `${id}.${i + 1}`,
      name: 'assessment-objective',
      prose: prose(clause),
    })),
  }
}
