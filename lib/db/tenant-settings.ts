import { parseId } from '@/lib/kernel/id'

/**
 * The policy reads the list of organizations again for every row it has to filter; through an index it reads it once. A
 * long list makes the planner expect the whole table and filter it: 1,000 organizations took 82 s instead of 0.4 s. A
 * plan kept from a shorter list would do the same.
 */
const MANY = 8
const FOR_MANY = ['SET LOCAL enable_seqscan = off', 'SET LOCAL plan_cache_mode = force_custom_plan']

/**
 * What a transaction says first to see the given organizations and no other. The ids go into SET LOCAL, which takes no
 * bind parameter, so each is parsed as a UUID first; set_config() would stay on a coordinator and show shards nothing.
 * Throws not-found for an id that is none.
 */
export function tenantSettings(ids: readonly string[]): string[] {
  const scope = `SET LOCAL app.organization_ids = '{${ids.map(parseId).join(',')}}'`
  return ids.length > MANY ? [scope, ...FOR_MANY] : [scope]
}
