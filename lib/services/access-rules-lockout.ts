import { decisionInput } from '@/lib/access/decision-input'
import { AppError, type Problem } from '@/lib/kernel/app-error'
import { type AccessRules, DEFAULT_ACCESS_RULES } from '@/lib/model/access-rules'
import type { Actor, Membership } from '@/lib/model/actor'
import { decide } from './decide'

const GATES = ['networks', 'acr', 'amr', 'maxProofMinutes', 'compliantDevices'] as const
type Gate = (typeof GATES)[number]

/**
 * Throws `invalid`, naming each rule that would keep out whoever sets it. The policy itself is asked, each rule for
 * itself, so that what counts as satisfied is decided in one place.
 */
export async function requireStillLetIn(actor: Actor, here: Membership, rules: AccessRules): Promise<void> {
  const problems: Problem[] = []
  for (const gate of GATES) {
    const alone = { ...DEFAULT_ACCESS_RULES, [gate]: rules[gate] }
    if (!(await isLetIn(actor, { ...here, rules: alone }))) problems.push({ field: gate, reason: WHY[gate](actor) })
  }
  if (problems.length === 0) return
  const detail = 'These rules would lock you out. Nothing was changed.'
  throw new AppError('invalid', { detail, problems })
}

async function isLetIn(actor: Actor, membership: Membership): Promise<boolean> {
  const question = { action: 'access-rules:write', membership, now: Date.now() }
  return (await decide(decisionInput(actor, question))).effect === 'allow'
}

const shown = (values: readonly string[]): string => (values.length === 0 ? 'none' : values.join(', '))

const WHY: Record<Gate, (actor: Actor) => string> = {
  networks: ({ context: { address } }) =>
    address === null
      ? 'your own address is not known here, so you would be locked out'
      : `must contain the address you are at now, ${address}`,
  acr: ({ context: { acr } }) => `must name the context of your own session, which is ${acr ?? 'none'}`,
  amr: ({ context: { amr } }) => `must name a method of your own session, which shows ${shown(amr)}`,
  maxProofMinutes: () => 'your own proof is older than that',
  compliantDevices: () => 'no trusted proxy vouches for the device you are using now',
}
