import type { Reading } from '@/lib/model/resource'
import { hiddenBy, items, type Planned, part, read, toText, toTruth } from './planned'

export type Encryption = { attribute: string; on: Reading<boolean> }
type Reader = (resource: Planned) => Encryption[]

const flag =
  (attribute: string): Reader =>
  (resource) => [{ attribute, on: read(part(resource, attribute), toTruth) }]

/** Every block of that name must encrypt. Blocks the provider fills in after apply are not known before. */
const inBlocks =
  (block: string, attribute: string, within?: string): Reader =>
  (resource) => {
    const whole = part(resource, block)
    const hidden = Array.isArray(whole.value) ? null : hiddenBy(whole)
    if (hidden) return [{ attribute: `${block}.${attribute}`, on: hidden }]
    const blocks = items(whole).flatMap((one) => (within ? items(part(one, within)) : [one]))
    return blocks.map((one, index) => ({
      attribute: `${[block, within].filter(Boolean).join('.')}[${index}].${attribute}`,
      on: read(part(one, attribute), toTruth),
    }))
  }

/** A block that must be there: without it the service does not encrypt. */
const byBlock =
  (block: string, attribute: string): Reader =>
  (resource) => {
    const whole = part(resource, block)
    const [first] = items(whole)
    return [{ attribute: `${block}.${attribute}`, on: read(first ? part(first, attribute) : whole, toTruth) }]
  }

/** Either a key is named or the service's own encryption is on. */
const byKeyOr =
  (key: string, own?: string): Reader =>
  (resource) => {
    const named = read(part(resource, key), (value) => toText(value) !== null)
    if (own === undefined || ('value' in named && named.value)) return [{ attribute: key, on: named }]
    const managed = read(part(resource, own), toTruth)
    const on = 'value' in managed && !managed.value ? named : managed
    return [{ attribute: `${key} or ${own}`, on }]
  }

const both =
  (...readers: Reader[]): Reader =>
  (resource) =>
    readers.flatMap((reader) => reader(resource))

/**
 * Types of the AWS provider whose data is at rest in clear unless an attribute says otherwise. S3 and DynamoDB are not
 * among them: AWS encrypts both always, and their attributes only choose the key.
 */
export const STORES: Readonly<Record<string, Reader>> = {
  aws_ebs_volume: flag('encrypted'),
  aws_ebs_snapshot_copy: flag('encrypted'),
  aws_instance: both(inBlocks('root_block_device', 'encrypted'), inBlocks('ebs_block_device', 'encrypted')),
  aws_launch_template: inBlocks('block_device_mappings', 'encrypted', 'ebs'),
  aws_launch_configuration: both(inBlocks('root_block_device', 'encrypted'), inBlocks('ebs_block_device', 'encrypted')),
  aws_db_instance: flag('storage_encrypted'),
  aws_rds_cluster: flag('storage_encrypted'),
  aws_rds_global_cluster: flag('storage_encrypted'),
  aws_docdb_cluster: flag('storage_encrypted'),
  aws_neptune_cluster: flag('storage_encrypted'),
  aws_redshift_cluster: flag('encrypted'),
  aws_efs_file_system: flag('encrypted'),
  aws_elasticache_replication_group: flag('at_rest_encryption_enabled'),
  aws_opensearch_domain: byBlock('encrypt_at_rest', 'enabled'),
  aws_elasticsearch_domain: byBlock('encrypt_at_rest', 'enabled'),
  aws_dax_cluster: byBlock('server_side_encryption', 'enabled'),
  aws_workspaces_workspace: both(flag('root_volume_encryption_enabled'), flag('user_volume_encryption_enabled')),
  aws_kinesis_stream: (resource) => [
    { attribute: 'encryption_type', on: read(part(resource, 'encryption_type'), (value) => value === 'KMS') },
  ],
  aws_sqs_queue: byKeyOr('kms_master_key_id', 'sqs_managed_sse_enabled'),
  aws_sns_topic: byKeyOr('kms_master_key_id'),
}

export const STORE_ATTRIBUTES = [
  'encrypted',
  'storage_encrypted',
  'at_rest_encryption_enabled',
  'encrypt_at_rest',
  'server_side_encryption',
  'encryption_type',
  'kms_master_key_id',
  'sqs_managed_sse_enabled',
  'root_block_device',
  'ebs_block_device',
  'block_device_mappings',
  'root_volume_encryption_enabled',
  'user_volume_encryption_enabled',
] as const
