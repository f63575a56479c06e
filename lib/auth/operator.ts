import { readWithoutTenant } from '@/lib/db/read-scope'
import { members, named } from '@/lib/db/repositories/people'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import type { Actor } from '@/lib/model/actor'

/** Whoever owns the machine and runs the command line: admin everywhere, and named so in the audit log. */
export async function operator(): Promise<Actor> {
  const everywhere = await readWithoutTenant((tx) => members(tx).everywhere())
  return {
    kind: 'operator',
    userId: null,
    name: 'operator',
    memberships: await named(everywhere),
    context: LOCAL_CONTEXT,
  }
}
