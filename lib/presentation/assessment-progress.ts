import { type Capability, capabilities } from '@/lib/framework/capabilities'
import { layers } from '@/lib/framework/layers'
import type { Answer } from '@/lib/model/answer'
import type { CapabilityId, LayerId } from '@/lib/model/layer'
import type { Stage } from '@/lib/model/stage'

type Given = Pick<Answer, 'capability' | 'status' | 'stage'>

export type CapabilityProgress = {
  id: CapabilityId
  name: string
  status: 'assessed' | 'not_applicable' | 'unanswered'
  stage: Stage | null
}

export type LayerProgress = {
  layer: LayerId
  answered: number
  capabilities: CapabilityProgress[]
}

const byCapability = (answers: readonly Given[]) => new Map(answers.map((one) => [one.capability, one]))

/** How far an assessment is, layer by layer in the framework's order. Not applicable is an answer. */
export function assessmentProgress(answers: readonly Given[]): LayerProgress[] {
  const given = byCapability(answers)
  return layers.map(({ id: layer }) => {
    const rows = capabilities
      .filter((one) => one.layer === layer)
      .map(({ id, name }) => {
        const answer = given.get(id)
        return { id, name, status: answer?.status ?? ('unanswered' as const), stage: answer?.stage ?? null }
      })
    return { layer, answered: rows.filter((one) => one.status !== 'unanswered').length, capabilities: rows }
  })
}

/** The first capability without an answer, in the framework's order; null when there is none. */
export function firstUnanswered(answers: readonly Given[]): Capability | null {
  const given = byCapability(answers)
  return capabilities.find((one) => !given.has(one.id)) ?? null
}

/** The capabilities before and after one in the framework's order; null at either end. */
export function neighboursOf(id: CapabilityId): { previous: Capability | null; next: Capability | null } {
  const place = capabilities.findIndex((one) => one.id === id)
  return { previous: capabilities[place - 1] ?? null, next: place < 0 ? null : (capabilities[place + 1] ?? null) }
}
