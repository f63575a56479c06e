import type { Actor } from '@/lib/model/actor'
import { countAgainst } from './count-against'

/** Counts a refusal by the policy: ten in five minutes are a signal against the session or token that met them. */
export const noticeDenial = (actor: Actor, now = new Date()): Promise<void> => countAgainst(actor, 'denial', 0, now)
