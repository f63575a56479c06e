import type { Role } from '@/lib/model/actor'
import { PERMISSIONS, type Permission } from './permissions'

/**
 * Whether a role carries a permission at all: what pages show or leave out. It is no decision, because that also looks
 * at the proof, the network, the device and the risk; every service asks for one.
 */
export const can = (role: Role, permission: Permission): boolean =>
  PERMISSIONS[permission].roles?.includes(role) ?? true
