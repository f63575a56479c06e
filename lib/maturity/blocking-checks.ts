import type { CapabilityPosture, Posture } from '@/lib/model/posture'

/** Checks of which a finding keeps some capability from the stage above the one it is at. */
export const blockingChecks = (posture: Posture): ReadonlySet<string> =>
  new Set(posture.layers.flatMap(({ capabilities }) => capabilities.flatMap(blockersOf)))

function blockersOf({ stages }: CapabilityPosture): string[] {
  const next = stages.find((one) => one.state === 'contradicted')
  return (next?.criteria ?? []).filter((one) => one.state === 'contradicted').map((one) => one.checkId)
}
