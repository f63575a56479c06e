import type { KeyUse } from '@/lib/db/keys/key-usage'
import type { RevokedKey } from '@/lib/db/keys/signing-key'
import type { forgetKeys } from '@/lib/services/forget-keys'
import type { ListedSigningKey, listKeys } from '@/lib/services/list-keys'
import type { KeyRotation } from '@/lib/services/rotate-keys'
import type { RotatedSigningKey } from '@/lib/services/rotate-signing-keys'
import { type Column, figures, textTable } from './text-table'

const KEYS: readonly Column[] = [
  { title: 'Key' },
  { title: 'Use' },
  ...figures('Data keys', 'Signing keys', 'Provider secrets'),
]
const SIGNING: readonly Column[] = ['Purpose', 'Made', 'Replaced', 'Verifies until', 'Key'].map((title) => ({ title }))

const use = ({ known, seals }: KeyUse): string => (known ? (seals ? 'seals' : 'opens') : 'missing')

const row = (key: KeyUse): string[] => [
  key.ref ?? '(unnamed)',
  key.ref === null ? 'opens' : use(key),
  ...[key.dataKeys, key.signingKeys, key.identityProviders].map(String),
]

const signingRow = ({ purpose, createdAt, replacedAt, retiredAt, revokedAt, kid }: ListedSigningKey): string[] => [
  purpose,
  createdAt,
  replacedAt ?? 'signs now',
  revokedAt ? `revoked ${revokedAt}` : (retiredAt ?? 'always'),
  kid,
]

/** What `keys list` shows a person. */
export function keysText({ source, keys, signingKeys }: Awaited<ReturnType<typeof listKeys>>): string {
  const signing = signingKeys.length === 0 ? [] : ['', textTable(SIGNING, signingKeys.map(signingRow))]
  return [`Keys of ${source}`, '', textTable(KEYS, keys.map(row)), ...signing].join('\n')
}

/** What `keys rotate` tells a person: what was done and what is left to them. */
export function rotationText(
  { key, made, source, rewrapped }: KeyRotation,
  signing: readonly RotatedSigningKey[],
): string {
  const { dataKeys, signingKeys, identityProviders } = rewrapped
  return [
    made ? `${key} seals from now on; it was added to ${source}.` : `${key} seals, as the first key of ${source}.`,
    `Put under it: ${dataKeys} data keys, ${signingKeys} signing keys, ${identityProviders} secrets of identity providers.`,
    ...signing.map(({ purpose, kid }) => `${kid} signs from now on (${purpose}).`),
    'Backups made before still need the earlier keys. Once there are none: npm run -s proofline -- keys forget',
  ].join('\n')
}

/** What `keys revoke` tells a person. */
export const revokedText = ({ kid, purpose, replacedBy }: RevokedKey): string =>
  [
    `${kid} (${purpose}) is revoked: nothing it ever signed is believed any more.`,
    ...(replacedBy ? [`${replacedBy} signs from now on.`] : []),
    'Whoever holds a copy of the key history needs the new one: npm run -s proofline -- keys publish',
  ].join('\n')

/** What `keys forget` tells a person. */
export function forgottenText({ source, keys, dropped }: Awaited<ReturnType<typeof forgetKeys>>): string {
  if (keys.length === 0) return 'Every key is still needed.'
  const named = keys.join(', ')
  return dropped
    ? `Dropped ${named} from ${source}. Sessions end at the next start.`
    : `Nothing needs ${named}. Remove from ${source} what \`keys list\` shows there, and restart every process.`
}
