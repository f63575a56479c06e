import type { Cloud } from '@/lib/model/organization'

const NAMES: Record<Cloud, string> = {
  aws: 'AWS',
  azure: 'Microsoft Azure',
  gcp: 'Google Cloud',
  'on-premises': 'On premises',
}

export const cloudName = (cloud: Cloud): string => NAMES[cloud]
