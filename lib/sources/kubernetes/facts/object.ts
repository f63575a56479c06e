import type { Instant } from '@/lib/model/instant'
import { instant, type Json, record, text } from './json'

/** An object of a list, and what its metadata says of it. */
export type ApiObject = {
  name: string
  /** Empty for what has no namespace. */
  namespace: string
  createdAt: Instant | null
  metadata: Json
  spec: Json
  status: Json
  /** The whole object, for kinds without a specification. */
  body: Json
}

/** Null when it has no name, which no object of the API lacks. */
export function apiObject(value: unknown): ApiObject | null {
  const body = record(value)
  const metadata = record(body.metadata)
  const name = text(metadata.name)
  if (name === null || name === '') return null
  return {
    name,
    namespace: text(metadata.namespace) ?? '',
    createdAt: instant(metadata.creationTimestamp),
    metadata,
    spec: record(body.spec),
    status: record(body.status),
    body,
  }
}

export const idOf = ({ namespace, name }: ApiObject): string => (namespace === '' ? name : `${namespace}/${name}`)
