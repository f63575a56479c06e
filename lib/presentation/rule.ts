import type { CapabilityMaturity } from '@/lib/model/maturity'

const TEXTS: Record<CapabilityMaturity['rule'], string> = {
  assessed: 'as assessed',
  'capped-by-checks': 'capped by checks',
  override: 'approved override',
  'not-applicable': 'not applicable',
  'not-assessed': 'not assessed',
}

/** Which rule gave a capability the stage that counts. */
export const ruleText = (rule: CapabilityMaturity['rule']): string => TEXTS[rule]
