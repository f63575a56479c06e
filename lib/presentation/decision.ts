import { reasonText } from '@/lib/access/reasons'
import type { AccessDecision, DecisionEffect } from '@/lib/model/access-decision'

/** What the policy answered, in a word. */
export const EFFECT_TEXTS: Record<DecisionEffect, string> = {
  allow: 'Allowed',
  deny: 'Refused',
  'step-up': 'Asked for proof',
}

export const EFFECT_TONES = { allow: 'good', deny: 'bad', 'step-up': 'warn' } as const satisfies Record<
  DecisionEffect,
  string
>

/** Why, in sentences; a kept read says how many it stands for. */
export const decisionReason = ({ reasons, sampled }: Pick<AccessDecision, 'reasons' | 'sampled'>): string =>
  reasons.length > 0
    ? reasons.map(reasonText).join(' ')
    : sampled
      ? 'One of a hundred reads that were allowed.'
      : 'The rules allow it.'

/** The heading of the page: what was refused last among what is shown. */
export function decisionsTitle(decisions: readonly AccessDecision[]): string {
  const refused = decisions.filter(({ effect }) => effect !== 'allow').length
  if (decisions.length === 0) return 'No decision is kept yet'
  return refused === 0
    ? `The last ${decisions.length} kept decisions all allowed`
    : `${refused} of the last ${decisions.length} kept decisions did not allow`
}
