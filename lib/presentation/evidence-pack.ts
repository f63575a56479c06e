import type { EvidencePack, PackProgress, PackState } from '@/lib/model/evidence-pack'
import { bytesText } from './bytes'
import { dayText } from './date'
import { countText } from './number'
import type { StateLook } from './run'

const LOOKS: Record<PackState, StateLook> = {
  queued: { text: 'waits', tone: 'neutral' },
  building: { text: 'building', tone: 'accent' },
  done: { text: 'done', tone: 'good' },
  failed: { text: 'failed', tone: 'bad' },
  cancelled: { text: 'cancelled', tone: 'neutral' },
}

const STEPS: Record<PackProgress['step'], string> = {
  populations: 'Listing populations',
  documents: 'Writing documents',
  files: 'Packing files',
  signing: 'Signing',
}

export const packState = ({ state, removedAt }: Pick<EvidencePack, 'state' | 'removedAt'>): StateLook =>
  removedAt === null ? LOOKS[state] : { text: 'removed', tone: 'neutral' }

/** Whether a pack is still to come. */
export const isPackGoing = (state: PackState): boolean => state === 'queued' || state === 'building'

export const packPeriod = ({ period }: Pick<EvidencePack, 'period'>): string =>
  `${dayText(period.from)} to ${dayText(period.to)}`

/** How far a build is, in words and as a share; the share is null while what is to come is not known. */
export function packProgress(progress: PackProgress | null): { text: string; value: number | null; max: number } {
  if (progress === null) return { text: 'Waiting for a worker', value: null, max: 1 }
  const { step, files, bytes, ofFiles, ofBytes } = progress
  if (ofFiles === null || ofBytes === null) return { text: STEPS[step], value: null, max: 1 }
  const text = `${STEPS[step]}: ${countText(files)} of ${countText(ofFiles)}, ${bytesText(bytes)} of ${bytesText(ofBytes)}`
  return { text, value: bytes, max: Math.max(1, ofBytes) }
}

/** The first thing to know of a pack. */
export function packTitle(name: string, { state, files, gaps, removedAt }: EvidencePack): string {
  if (removedAt !== null) return `${name}: the file was removed`
  if (state !== 'done')
    return `${name}: ${{ queued: 'waits for a worker', building: 'being built', failed: 'was not built', cancelled: 'cancelled' }[state]}`
  return `${name}: ${countText(files)} files, ${gaps === 0 ? 'no gap' : gaps === 1 ? '1 gap' : `${countText(gaps)} gaps`}`
}

export const packsTitle = (packs: readonly Pick<EvidencePack, 'state'>[]): string => {
  const going = packs.filter(({ state }) => isPackGoing(state)).length
  return going === 0 ? 'Evidence packs' : `Evidence packs: ${going === 1 ? 'one is' : `${going} are`} being built`
}
