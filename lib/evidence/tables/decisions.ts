import type { AccessDecision } from '@/lib/model/access-decision'
import { columnsOf, type Table } from './table'

const { text, instant, boolean, list, structure } = columnsOf<AccessDecision>()

export const decisionsTable: Table<AccessDecision> = {
  name: 'decisions',
  title: 'Access decisions',
  columns: [
    text('id', 'Id'),
    instant('at', 'At'),
    text('effect', 'Effect'),
    text('action', 'Action'),
    text('actorKind', 'Kind of actor'),
    text('actorId', 'Actor id'),
    text('actorName', 'Actor'),
    text('sessionId', 'Session'),
    text('address', 'Address'),
    list('reasons', 'Reasons'),
    boolean('sampled', 'Stands for a hundred'),
    text('policy', 'Policy'),
    structure('input', 'What was asked'),
  ],
}
