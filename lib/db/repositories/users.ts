import { newId } from '@/lib/kernel/id'
import type { User } from '../generated/client'
import type { Tx } from '../scope'

export const users = (tx: Tx) => ({
  /** The person with this address, made when there is none. Addresses compare without case. */
  put(email: string, name: string): Promise<User> {
    const address = email.trim().toLowerCase()
    return tx.user.upsert({ where: { email: address }, create: { id: newId(), email: address, name }, update: {} })
  },
})
