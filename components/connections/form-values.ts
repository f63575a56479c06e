import { cronOf, type ScheduleChoice } from '@/lib/presentation/schedule'
import type { GivenConnection } from '@/lib/queries/connections'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

const list = (form: FormData, name: string): string[] =>
  text(form, name)
    .split(/[\s,]+/)
    .filter((word) => word !== '')

const orNull = (given: string): string | null => (given === '' ? null : given)

/** What the form says of a new connection, ungraded: the server names each field it refuses. */
export function connectionOf(kind: string, form: FormData, schedule: ScheduleChoice): GivenConnection {
  const kubeconfig = text(form, 'kubeconfig')
  return {
    name: text(form, 'name'),
    deploymentId: orNull(text(form, 'deploymentId')),
    settings: settingsOf(kind, form),
    schedule: isScheduled(kind) ? cronOf(schedule) : null,
    jitterMinutes: Number(text(form, 'jitterMinutes') || '0'),
    ...(kubeconfig === '' ? {} : { secret: { kind: 'kubeconfig', kubeconfig } }),
  }
}

/** What the form says about a connection that is there. */
export function changeOf(kind: string, form: FormData, schedule: ScheduleChoice): GivenConnection {
  const { credentials: _, ...settings } = settingsOf(kind, form)
  return {
    name: text(form, 'name'),
    deploymentId: orNull(text(form, 'deploymentId')),
    settings,
    ...(isScheduled(kind)
      ? { schedule: cronOf(schedule), jitterMinutes: Number(text(form, 'jitterMinutes') || '0') }
      : {}),
  }
}

export const isScheduled = (kind: string): boolean => kind === 'aws' || kind === 'kubernetes'

function settingsOf(kind: string, form: FormData): Record<string, unknown> {
  if (kind === 'aws') {
    return {
      kind,
      credentials: text(form, 'credentials') || 'role',
      roleArn: orNull(text(form, 'roleArn')),
      endpoint: orNull(text(form, 'endpoint')),
      regions: list(form, 'regions'),
      services: list(form, 'services'),
      memberRole: orNull(text(form, 'memberRole')),
    }
  }
  if (kind === 'kubernetes') {
    const server = text(form, 'server')
    return {
      kind,
      ...(server === '' ? {} : { server }),
      cluster: text(form, 'cluster'),
      systemNamespaces: list(form, 'systemNamespaces'),
    }
  }
  return kind === 'terraform' ? { kind, workspace: text(form, 'workspace') } : { kind, product: text(form, 'product') }
}
