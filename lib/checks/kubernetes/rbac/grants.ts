import type { RbacRule, RbacSubject } from '@/lib/model/facts/kubernetes'

const READING = new Set(['get', 'list', 'watch', '*'])
/** What every API server makes under a name that is not kept for the system. */
const MADE_BY_SERVER = new Set(['cluster-admin', 'admin', 'edit', 'view', 'extension-apiserver-authentication-reader'])

/** Everything that can be done with every resource of a group. */
export const isWildcard = ({ verbs, resources }: RbacRule): boolean => verbs.includes('*') && resources.includes('*')

/** Reads secrets whatever their name. */
export const readsSecrets = ({ verbs, apiGroups, resources, resourceNames }: RbacRule): boolean =>
  resourceNames.length === 0 &&
  apiGroups.some((group) => group === '' || group === '*') &&
  resources.some((resource) => resource === 'secrets' || resource === '*') &&
  verbs.some((verb) => READING.has(verb))

/** A role of the platform: named as only it may name them, or one of the few others that every API server makes. */
export const isSystemRole = (name: string, bootstrap: boolean): boolean =>
  name.startsWith('system:') || (bootstrap && MADE_BY_SERVER.has(name))

/** `Group system:masters`, `ServiceAccount shop/deployer`. */
export const subjectTitle = ({ kind, name, namespace }: RbacSubject): string =>
  `${kind} ${namespace === null ? '' : `${namespace}/`}${name}`
