import type { ResourceView } from '@/lib/model/resource-view'
import { countText } from './number'

/** `payments-exports-eu: 2 open findings`. */
export function resourceTitle({ resource, findings }: Pick<ResourceView, 'resource' | 'findings'>): string {
  const open = findings.filter(({ state, exceptionUntil }) => state === 'open' && exceptionUntil === null).length
  const said = open === 0 ? 'no open finding' : open === 1 ? 'one open finding' : `${countText(open)} open findings`
  return `${resource.name}: ${said}`
}

/** What it is and where. */
export const resourceLine = ({ resource }: Pick<ResourceView, 'resource'>): string =>
  [resource.type, resource.account, resource.region, resource.id].filter((part) => part !== null).join(' · ')
