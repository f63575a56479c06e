import { capabilities } from '@/lib/framework/capabilities'
import { STAGES, type Stage } from '@/lib/model/stage'

/** The control of a capability in our catalog: `IAM-02` is `iam-02`. */
export const ownControl = (capability: string): string => capability.toLowerCase()

/** The part that says what a capability is for. */
export const statementId = (capability: string): string => `${ownControl(capability)}_smt`

/** The part that says what a stage of it asks; without a stage the part that holds all four. */
export const objectiveId = (capability: string, stage: Stage | null = null): string =>
  stage === null ? `${ownControl(capability)}_obj` : `${ownControl(capability)}_obj.${STAGES[stage]}`

const ALL: readonly Stage[] = [0, 1, 2, 3]

/** Every id of our catalog that another document may point at. */
export const OWN_CONTROL_IDS: ReadonlySet<string> = new Set(
  capabilities.flatMap(({ id }) => [
    ownControl(id),
    statementId(id),
    objectiveId(id),
    ...ALL.map((stage) => objectiveId(id, stage)),
  ]),
)

/** Controls as a selection lists them, in the framework's order. */
export const selected = (ids: Iterable<string>): { 'control-id': string }[] => {
  const wanted = new Set(ids)
  return capabilities.filter(({ id }) => wanted.has(id)).map(({ id }) => ({ 'control-id': ownControl(id) }))
}
