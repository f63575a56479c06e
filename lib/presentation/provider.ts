import type { CheckFacts } from '@/lib/model/check'

/** What a source of posture is called. */
export const PROVIDER_NAMES: Record<CheckFacts['provider'], string> = {
  aws: 'AWS',
  kubernetes: 'Kubernetes',
  terraform: 'Terraform',
}
