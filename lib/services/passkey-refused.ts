import type { ChallengeUse } from '@/lib/db/repositories/challenges'
import { AppError } from '@/lib/kernel/app-error'

const DETAIL: Record<ChallengeUse['kind'], string> = {
  register: 'The passkey could not be added. Start again.',
  'sign-in': 'This passkey does not sign anybody in here. Try another one, or ask an administrator for a sign-in link.',
  'step-up': 'This passkey did not confirm that it is you. Try again.',
}

/** One sentence whatever was wrong, because whoever tries another person's passkey must learn nothing from the answer. */
export const passkeyRefused = (kind: ChallengeUse['kind'], reason: string, cause?: unknown): AppError =>
  new AppError(kind === 'sign-in' ? 'unauthenticated' : 'invalid', { detail: DETAIL[kind], reason, cause })
