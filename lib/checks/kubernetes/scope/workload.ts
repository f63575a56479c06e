import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Evaluation, Failing, Subject, Undecided } from '../../frame/evaluation'
import type { ScopeFacts } from '../../frame/scope-facts'
import type { ClusterScope } from './cluster-scope'

export type Pod = ResourceOf<'k8s.pod'>

/** A pod under the name of what has to be changed for it to change. */
export type PodOfWorkload = Subject & { pod: Pod }

/**
 * Pods of people's workloads under the names of their controllers, so that a hundred replicas are one finding. None while it
 * is not known which namespaces are the platform's own.
 */
export const podsByWorkload = (facts: ScopeFacts, { isSystem, gaps }: ClusterScope): PodOfWorkload[] =>
  gaps.length > 0
    ? []
    : facts
        .of('k8s.pod')
        .filter(({ facts: { namespace } }) => !isSystem(namespace))
        .map((pod) => ({ ...workloadOf(pod), pod }))

/** A pod that ended neither sends nor receives anything. */
export const isFinished = ({ facts: { phase } }: Pod): boolean => phase === 'Succeeded' || phase === 'Failed'

function workloadOf({ account, facts: { namespace, workload } }: Pod): Subject {
  const { kind, name } = workload
  return {
    type: 'k8s.workload',
    id: `${namespace}/${kind}/${name}`,
    name: `${namespace}/${name}`,
    account,
    region: null,
  }
}

/** `Deployment web in shop`. */
export const workloadTitle = ({ facts: { namespace, workload } }: Pod): string =>
  `${workload.kind} ${workload.name} in ${namespace}`

/** Counts stay those of pods; findings are one for each workload and say how many of its pods they are about. */
export function mergeWorkloads(evaluation: Evaluation): Evaluation {
  const failing = new Map<string, { first: Failing; pods: number }>()
  for (const one of evaluation.failing) {
    const known = failing.get(one.subject.id)
    if (known) known.pods += 1
    else failing.set(one.subject.id, { first: one, pods: 1 })
  }
  const undecided = new Map<string, Undecided>(evaluation.undecided.map((one) => [one.subject.id, one]))
  return {
    ...evaluation,
    failing: [...failing.values()].map(({ first, pods }) => ({ ...first, detail: { ...first.detail, pods } })),
    undecided: [...undecided.values()],
  }
}
