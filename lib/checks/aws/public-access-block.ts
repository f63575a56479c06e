import type { PublicAccessBlock } from '@/lib/model/facts/aws-data'

const SETTINGS = ['blockPublicAcls', 'ignorePublicAcls', 'blockPublicPolicy', 'restrictPublicBuckets'] as const

/** The settings that none of the blocks turns on; S3 applies a setting when the account or the bucket has it. */
export const settingsOff = (...blocks: readonly (PublicAccessBlock | null)[]): string[] =>
  SETTINGS.filter((setting) => !blocks.some((block) => block?.[setting] === true))
