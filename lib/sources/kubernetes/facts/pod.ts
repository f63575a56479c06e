import type { FactTypes } from '@/lib/model/facts/fact-types'
import { type Json, labels, record, records, text } from './json'
import type { ApiObject } from './object'

const SIDECARS = { 'istio-proxy': 'istio', 'linkerd-proxy': 'linkerd' } as const
const isSidecar = (name: string): name is keyof typeof SIDECARS => name in SIDECARS

/** What a pod may do, and who is behind it; environment, arguments, images and annotations are not kept. */
export function podFacts({ name, namespace, metadata, spec, status }: ApiObject): FactTypes['k8s.pod'] {
  const containers = [
    ...records(spec.initContainers),
    ...records(spec.containers),
    ...records(spec.ephemeralContainers),
  ]
  const names = containers.map((one) => text(one.name) ?? '')
  return {
    namespace,
    labels: labels(metadata.labels),
    phase: text(status.phase),
    serviceAccount: text(spec.serviceAccountName) ?? 'default',
    workload: workloadOf(name, metadata),
    hostNetwork: spec.hostNetwork === true,
    hostPid: spec.hostPID === true,
    hostIpc: spec.hostIPC === true,
    privileged: containers
      .filter((one) => isPrivileged(record(one.securityContext), record(spec.securityContext)))
      .map((one) => text(one.name) ?? ''),
    hostPaths: records(spec.volumes).flatMap(({ hostPath }) => text(record(hostPath).path) ?? []),
    meshes: [...new Set(names.filter(isSidecar).map((one) => SIDECARS[one]))].sort(),
  }
}

const isHostProcess = ({ windowsOptions }: Json): boolean => record(windowsOptions).hostProcess === true

const isPrivileged = (own: Json, ofPod: Json): boolean =>
  own.privileged === true || isHostProcess(own) || isHostProcess(ofPod)

/**
 * The controller, and the one behind it where the names of controllers' children show it: a Deployment's ReplicaSet ends
 * in the pods' template hash, a CronJob's Job in the minute it was due. A static pod is its own.
 */
function workloadOf(pod: string, metadata: Json): { kind: string; name: string } {
  const owner = records(metadata.ownerReferences).find((one) => one.controller === true)
  const [kind, name] = [text(owner?.kind), text(owner?.name)]
  if (kind === null || name === null || kind === 'Node') return { kind: 'Pod', name: pod }
  const hash = labels(metadata.labels)['pod-template-hash']
  if (kind === 'ReplicaSet' && hash && name.endsWith(`-${hash}`))
    return { kind: 'Deployment', name: name.slice(0, -hash.length - 1) }
  const scheduled = kind === 'Job' ? /^(.+)-\d{8,}$/.exec(name)?.[1] : undefined
  return scheduled === undefined ? { kind, name } : { kind: 'CronJob', name: scheduled }
}
