import { packFiles } from '@/lib/db/pack-files'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { PackState } from '@/lib/model/evidence-pack'
import { buildPackFile } from './build-pack-file'
import { keepPackLease, PackLost } from './pack-lease'
import { leaseSeconds } from './run-lease'

/** After so many builds that ended by themselves or with their process, it is a failure. */
const ATTEMPTS = 3

type Build = {
  organizationId: string
  packId: string
  /** Ends the work; the pack goes back as it stands. */
  signal?: AbortSignal
  /** Told what went wrong on our side. */
  complain?: (error: unknown) => void
}

/**
 * Builds a pack that waits for it, or whose builder gave no more sign of life. Any number of processes may try: one of them
 * builds. Returns how the pack stands after that: still `building` when somebody else is at it, `queued` when it is to be
 * tried again. Null when it is gone.
 */
export async function buildPack({
  organizationId,
  packId,
  signal,
  complain = () => {},
}: Build): Promise<PackState | null> {
  const by = newId()
  const begun = await begin(organizationId, packId, by)
  if (begun === null || !begun.taken) return begun?.pack.state ?? null
  const files = packFiles(organizationId)
  const lease = keepPackLease({ organizationId, packId, by }, signal)
  const { progress, signal: until } = lease
  try {
    const workplace = await files.begin(packId)
    const end = await buildPackFile({ organizationId, pack: begun.pack, workplace, progress, signal: until })
    await forOrganization(organizationId, async ({ evidencePacks }) => {
      if (!(await evidencePacks.end(packId, by, { state: 'done', ...end }))) throw new PackLost()
      await files.settle(packId)
    })
    await files.clear(packId)
    return 'done'
  } catch (error) {
    if (until.reason instanceof PackLost || error instanceof PackLost) return await leave(organizationId, packId)
    await files.clear(packId)
    if (!signal?.aborted) complain(error)
    return await giveUp(
      { organizationId, packId, by, isAsked: signal?.aborted ?? false, attempts: begun.attempts },
      error,
    )
  } finally {
    await lease.stop()
  }
}

const begin = (organizationId: string, packId: string, by: string) =>
  forOrganization(organizationId, async ({ evidencePacks }) => {
    const taken = await evidencePacks.take(packId, by, leaseSeconds())
    return { taken, pack: await evidencePacks.get(packId), attempts: await evidencePacks.attempts(packId) }
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  })

/** A cancelled pack leaves nothing behind; what somebody else builds by now is theirs. */
async function leave(organizationId: string, packId: string): Promise<PackState> {
  const { state } = await forOrganization(organizationId, ({ evidencePacks }) => evidencePacks.get(packId))
  if (state === 'cancelled') await packFiles(organizationId).clear(packId)
  return state
}

type Ended = { organizationId: string; packId: string; by: string; isAsked: boolean; attempts: number }

/** What its own facts refuse fails at once; what may be different next time is tried again. */
async function giveUp({ organizationId, packId, by, isAsked, attempts }: Ended, error: unknown): Promise<PackState> {
  const isFinal = error instanceof AppError && error.code !== 'unavailable'
  const isAgain = isAsked || (!isFinal && attempts < ATTEMPTS)
  await forOrganization(organizationId, ({ evidencePacks }) =>
    isAgain
      ? evidencePacks.release(packId, by)
      : evidencePacks.end(packId, by, { state: 'failed', error: reasonOf(error) }),
  )
  return isAgain ? 'queued' : 'failed'
}

const reasonOf = (error: unknown): string =>
  (error instanceof AppError ? error.detail : undefined) ??
  'Something failed on our side; whoever runs the machine was told.'
