import type { Tx } from '../scope'
import { rewrapDataKeys } from './exchange'
import { openFor, sealFor } from './seal'

/** What an organization keeps secret, such as the credentials of a connection; see sealFor and openFor. */
export const organizationSecrets = (tx: Tx, organizationId: string) => ({
  seal: (purpose: string, text: string): Promise<string> => sealFor(tx, organizationId, purpose, text),
  open: (purpose: string, sealed: string): Promise<string> => openFor(tx, organizationId, purpose, sealed),
  rewrap: (): Promise<{ ref: string; ids: string[] }> => rewrapDataKeys(tx, organizationId),
})
