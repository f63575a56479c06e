import type { Role } from '@/lib/model/actor'
import type { Holdings } from './cast'

/** A request that would succeed for somebody of the organization with the right role. */
export type Call = {
  /** Who may make it; otherwise everybody reads, and assessors and admins write. */
  roles?: readonly Role[]
  /** Not by whoever did the work: the right role is refused as well, with another reason. */
  byAnother?: boolean
  /** Who of the organization can make it, where that is not its administrator. */
  by?: 'second' | 'viewer' | 'auditor'
  /** What it acts upon may have changed by itself by then: the words in which whoever may act is told so, as a conflict. */
  orTold?: string
  id?: (holdings: Holdings) => string
  query?: string
  data?: (holdings: Holdings) => unknown
  type?: string
}
