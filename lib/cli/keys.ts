import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { forgetKeys } from '@/lib/services/forget-keys'
import { listKeys } from '@/lib/services/list-keys'
import { publishKeys } from '@/lib/services/publish-keys'
import { revokeKey } from '@/lib/services/revoke-key'
import { rotateKeys } from '@/lib/services/rotate-keys'
import { rotateSigningKeys } from '@/lib/services/rotate-signing-keys'
import { answering } from './answering'
import { forgottenText, keysText, revokedText, rotationText } from './keys-text'
import { withDatabase } from './with-database'

const None = z.object({})
const Rotation = z.object({ signing: z.boolean().default(false) })
const Revocation = z.object({ because: z.string() })

export function register(program: Command): Command {
  const keys = program.command('keys').description('the keys that seal secrets and sign records')
  const list = keys.command('list').description('the keys there are, and what needs each')
  answering(list, None, () =>
    withDatabase(async () => {
      const found = await listKeys(await operator())
      return { json: found, text: keysText(found) }
    }),
  )
  const rotate = keys
    .command('rotate')
    .description('let a new key seal, and put everything under it while Proofline runs')
    .option('--signing', 'let new keys sign access tokens and records as well')
  answering(rotate, Rotation, ({ signing }) =>
    withDatabase(async () => {
      const actor = await operator()
      const rotation = await rotateKeys(actor)
      const signingKeys = signing ? await rotateSigningKeys(actor) : []
      return { json: { ...rotation, signingKeys }, text: rotationText(rotation, signingKeys) }
    }),
  )
  const revoke = keys
    .command('revoke')
    .description('let nothing that a signing key ever signed be believed any more')
    .argument('<kid>', 'the key, as `keys list` names it')
    .requiredOption('--because <text>', 'why; it stands in the key history for everybody')
  answering(revoke, Revocation, ({ because }, [kid = '']) =>
    withDatabase(async () => {
      const revoked = await revokeKey(await operator(), { kid, because })
      return { json: revoked, text: revokedText(revoked) }
    }),
  )
  const publish = keys
    .command('publish')
    .description('print the history of the keys that sign packs and audit logs, for whoever verifies without us')
  answering(publish, None, () =>
    withDatabase(async () => {
      const history = await publishKeys()
      return { json: history, text: JSON.stringify(history, null, 2) }
    }),
  )
  const forget = keys
    .command('forget')
    .description('drop earlier keys that nothing needs; sessions end at the next start')
  answering(forget, None, () =>
    withDatabase(async () => {
      const forgotten = await forgetKeys(await operator())
      return { json: forgotten, text: forgottenText(forgotten) }
    }),
  )
  return keys
}
