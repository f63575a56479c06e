import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where a Kubernetes API server built for tests is kept: KUBE_CACHE_DIR, or a folder of the user's cache. */
export const kubeCache = (): string => process.env.KUBE_CACHE_DIR?.trim() || join(homedir(), '.cache/proofline/kube')
