import type { AwsSettings } from '@/lib/model/connection'
import type { ReadContext } from '@/lib/sources/collect/collector'
import { Asker, present } from './asker'
import { clientConfig, type KeyProvider, type Reach } from './client-config'
import { CLIENTS } from './clients'
import { assumed, baseCredentials } from './credentials'

/** Who the base credentials are: the account, and the partition its ARNs are of. */
export type Identity = { account: string; partition: string }

export type Accounts = {
  identity(context: ReadContext): Promise<Identity>
  /** The credentials for an account: the base ones for its own, the member role of every other. */
  credentials(account: string): KeyProvider
}

/** The accounts that a connection reads, as far as credentials go. Throws `invalid` for settings that lack something. */
export function accounts(settings: AwsSettings, secret: string | null, reach: Reach, region: string): Accounts {
  const base = baseCredentials(settings, secret, reach, region)
  const byAccount = new Map<string, KeyProvider>()
  let asked: Promise<Identity> | null = null

  const identity = (context: ReadContext): Promise<Identity> => {
    asked ??= whoAmI(reach, region, base, context).catch((error: unknown) => {
      asked = null
      throw error
    })
    return asked
  }

  const ofMember = (account: string, memberRole: string): KeyProvider => {
    let made: KeyProvider | null = null
    return async () => {
      const own = await identity(UNHURRIED)
      if (own.account === account) return base()
      const roleArn = `arn:${own.partition}:iam::${account}:role/${memberRole}`
      made ??= assumed({ roleArn, externalId: settings.externalId }, base, reach, region)
      return made()
    }
  }

  return {
    identity,
    credentials(account) {
      if (settings.memberRole === null) return base
      const known = byAccount.get(account)
      if (known) return known
      const made = ofMember(account, settings.memberRole)
      byAccount.set(account, made)
      return made
    },
  }
}

const UNHURRIED: ReadContext = { signal: new AbortController().signal, pace: async () => undefined }

async function whoAmI(reach: Reach, region: string, credentials: KeyProvider, context: ReadContext): Promise<Identity> {
  const sts = await CLIENTS.sts({ ...clientConfig(reach, region), credentials })
  const asker = new Asker(context)
  const answer = await asker.page('sts:GetCallerIdentity', (options) => sts.getCallerIdentity({}, options))
  const account = present(answer.Account, 'sts:GetCallerIdentity')
  return { account, partition: /^arn:([\w-]+):/.exec(answer.Arn ?? '')?.[1] ?? 'aws' }
}
