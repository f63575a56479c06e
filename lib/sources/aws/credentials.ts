import { fromNodeProviderChain, fromTemporaryCredentials, fromTokenFile } from '@aws-sdk/credential-providers'
import { z } from 'zod'
import { webIdentity } from '@/lib/env/web-identity'
import { AppError } from '@/lib/kernel/app-error'
import type { AwsSettings } from '@/lib/model/connection'
import { clientConfig, type KeyProvider, type Reach } from './client-config'
import { remembered } from './remembered'

const SESSION = 'proofline'

const StoredKeys = z.object({
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  sessionToken: z.string().min(1).optional(),
})

export type RoleToAssume = { roleArn: string; externalId: string | null }

/**
 * Who a connection asks AWS as: a role by the machine's own credentials or by its web identity, the machine itself, or keys
 * that an operator stored. Throws `invalid` when the settings lack what their way needs; nothing is asked of AWS before the
 * first request.
 */
export function baseCredentials(
  settings: AwsSettings,
  secret: string | null,
  reach: Reach,
  region: string,
): KeyProvider {
  const config = { clientConfig: clientConfig(reach, region) }
  if (settings.credentials === 'keys') return storedKeys(secret)
  if (settings.credentials === 'ambient') return remembered(fromNodeProviderChain(config))
  const role = { roleArn: named(settings.roleArn), externalId: settings.externalId }
  if (settings.credentials === 'web-identity') return byWebIdentity(role, reach, region)
  return assumed(role, fromNodeProviderChain(config), reach, region)
}

/** A role assumed with what `by` gives. */
export const assumed = (
  { roleArn, externalId }: RoleToAssume,
  by: KeyProvider,
  reach: Reach,
  region: string,
): KeyProvider =>
  remembered(
    fromTemporaryCredentials({
      masterCredentials: by,
      params: {
        RoleArn: roleArn,
        RoleSessionName: SESSION,
        ...(externalId === null ? {} : { ExternalId: externalId }),
      },
      clientConfig: clientConfig(reach, region),
    }),
  )

/** The platform's token is exchanged for the hub role it names, and that assumes the role; without one for the role itself. */
function byWebIdentity(role: RoleToAssume, reach: Reach, region: string): KeyProvider {
  const { tokenFile, hubRole } = webIdentity()
  if (tokenFile === null) {
    throw new AppError('invalid', {
      detail: 'There is no web identity on this machine: AWS_WEB_IDENTITY_TOKEN_FILE names no token.',
    })
  }
  const first = remembered(
    fromTokenFile({
      webIdentityTokenFile: tokenFile,
      roleArn: hubRole ?? role.roleArn,
      roleSessionName: SESSION,
      clientConfig: clientConfig(reach, region),
    }),
  )
  return hubRole === null || hubRole === role.roleArn ? first : assumed(role, first, reach, region)
}

function storedKeys(secret: string | null): KeyProvider {
  const keys = StoredKeys.safeParse(parsed(secret))
  if (keys.success) return async () => keys.data
  // What was stored stays out of the error, whatever it was.
  throw new AppError('invalid', { detail: 'The stored keys must hold accessKeyId and secretAccessKey.' })
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}

function named(roleArn: string | null): string {
  if (roleArn !== null) return roleArn
  throw new AppError('invalid', { detail: 'This connection names no role to assume.' })
}
