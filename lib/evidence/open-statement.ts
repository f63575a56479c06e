import { type DsseEnvelope, InTotoStatement } from '@/lib/model/signed-statement'
import { openEnvelope } from './dsse'

/** The statement in an envelope, whoever signed it. Throws when the payload is no in-toto statement. */
export function openStatement(envelope: DsseEnvelope): InTotoStatement {
  const { payload } = openEnvelope(envelope)
  return InTotoStatement.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)))
}
