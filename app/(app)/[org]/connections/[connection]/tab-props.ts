import type { Actor, Role } from '@/lib/model/actor'
import type { ConnectionView } from '@/lib/model/connection-view'
import type { Deployment } from '@/lib/model/deployment'

export type TabProps = {
  actor: Actor
  org: string
  connection: ConnectionView
  deployments: readonly Deployment[]
  role: Role
}
