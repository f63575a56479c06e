import type { Check } from '../frame/check'

export const KUBERNETES_CHECKS: readonly Check[] = []
