import type { Store } from '@/lib/db/store'

/** What seals a connection's credentials, so that they open in no other row. */
const purposeOf = (connectionId: string): string => `connection:${connectionId}`

export const sealConnectionSecret = ({ secrets }: Pick<Store, 'secrets'>, id: string, text: string): Promise<string> =>
  secrets.seal(purposeOf(id), text)

/** The credentials of a connection as they were given; null when it keeps none. Throws not-found. */
export async function openConnectionSecret(
  { connections, secrets }: Pick<Store, 'connections' | 'secrets'>,
  id: string,
): Promise<string | null> {
  const sealed = await connections.sealedSecret(id)
  return sealed === null ? null : secrets.open(purposeOf(id), sealed)
}
