import { AppError } from '@/lib/kernel/app-error'
import { capability } from './capabilities'
import guidance from './catalogue/0.1/guidance.json'
import type { Guidance } from './catalogue-schema'

const byCapability = new Map(Object.entries(guidance as unknown as Record<string, Guidance>))

/**
 * What an assessor reads about a capability: intent, the four stage descriptors (index = stage), evidence to ask for.
 * About 14 KB compressed for all 39, so import it only where descriptors are shown. Throws not-found for an unknown id.
 */
export function guidanceOf(id: string): Guidance {
  const found = byCapability.get(capability(id).id)
  if (!found) throw new AppError('internal', { reason: `catalogue without guidance for ${id}` })
  return found
}

/** A descriptor's clauses, in order, without their separators. A stage is met only when every clause is. */
export const clausesOf = (descriptor: string): string[] => descriptor.replace(/\.$/, '').split('; ')
