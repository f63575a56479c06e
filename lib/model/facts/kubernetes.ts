/** Facts of Kubernetes objects. Names are namespace/name, or name alone for what has no namespace. */
export type KubernetesFacts = {
  'k8s.namespace': { labels: Readonly<Record<string, string>>; terminating: boolean }
}
