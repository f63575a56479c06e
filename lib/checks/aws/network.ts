import type { Check } from '../frame/check'

export const NETWORK_CHECKS: readonly Check[] = []
