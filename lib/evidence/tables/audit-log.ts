import type { AuditEntry } from '@/lib/model/audit-entry'
import { columnsOf, type Table } from './table'

const { text, number, instant, structure } = columnsOf<AuditEntry>()

/** Instants and digests as they are hashed, so that the chain can be verified from the file. */
export const auditLogTable: Table<AuditEntry> = {
  name: 'audit-log',
  title: 'Audit log',
  columns: [
    number('seq', 'Place in the chain'),
    text('id', 'Id'),
    instant('at', 'At'),
    text('actorKind', 'Kind of actor'),
    text('actorId', 'Actor id'),
    text('actorName', 'Actor'),
    text('action', 'Action'),
    text('subject', 'Subject'),
    text('sessionId', 'Session'),
    text('address', 'Address'),
    text('beforeDigest', 'SHA-256 before'),
    text('afterDigest', 'SHA-256 after'),
    text('previousHash', 'Previous hash'),
    text('hash', 'Hash'),
    structure('decision', 'Decision'),
    structure('detail', 'Detail'),
  ],
}
