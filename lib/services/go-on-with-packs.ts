import { sendPacks } from '@/lib/db/job-queue'
import { goingPacks } from '@/lib/db/repositories/going-packs'

/**
 * Wakes workers for packs of all organizations that are to be built or whose builder gave no more sign of life. Returns how
 * many there were.
 */
export async function goOnWithPacks(): Promise<number> {
  const packs = await goingPacks()
  await sendPacks(packs)
  return packs.length
}
