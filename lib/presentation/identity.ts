import type { Organization, Sector } from '@/lib/model/organization'
import { countText } from './number'

const SECTOR_NAMES: Record<Sector, string> = {
  financial: 'Financial services',
  healthcare: 'Healthcare',
  technology: 'Technology',
  government: 'Government',
  other: 'Other sector',
}

export const sectorName = (sector: Sector): string => SECTOR_NAMES[sector]

/** `Healthcare · 6,400 people`; the headcount is left out while it is not known. */
export const organizationLine = ({ sector, headcount }: Pick<Organization, 'sector' | 'headcount'>): string =>
  headcount === null ? sectorName(sector) : `${sectorName(sector)} · ${countText(headcount)} people`

/** One or two letters for a person: `Ines Okafor` becomes `IO`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return `${first?.[0] ?? '?'}${last?.[0] ?? ''}`.toUpperCase()
}
