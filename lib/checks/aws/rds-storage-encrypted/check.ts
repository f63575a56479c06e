import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass, skip } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'

const INSTANCES = 'rds:DescribeDBInstances'
const CLUSTERS = 'rds:DescribeDBClusters'

type Store = ResourceOf<'aws.rds.instance'> | ResourceOf<'aws.rds.cluster'>

/** The storage of a cluster's instances is the cluster's, and is judged once. */
function judgeStore({ name, facts }: Store): Judgement {
  const alone = !('cluster' in facts)
  if (!alone && facts.cluster !== null) return skip
  const kind = alone ? 'cluster' : 'instance'
  return judgeField(facts.encrypted, alone ? CLUSTERS : INSTANCES, (is) =>
    is
      ? pass
      : fail(`The storage of RDS ${kind} ${name} is not encrypted; it was expected to be.`, { engine: facts.engine }),
  )
}

export const rdsStorageEncrypted: Check = {
  id: 'aws_rds_storage_encrypted',
  provider: 'aws',
  title: 'RDS storage is not encrypted',
  asserts: 'The storage of every RDS instance and cluster is encrypted.',
  risk: 'Snapshots, backups and replicas of the database are in the clear too, and one that is shared can be read.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-02'],
  weak: [],
  feeds: [
    { capability: 'DAT-02', stage: 1, atLeast: 0.5 },
    { capability: 'DAT-02', stage: 2, atLeast: 0.98 },
  ],
  operations: [INSTANCES, CLUSTERS],
  permissions: ['rds:DescribeDBInstances', 'rds:DescribeDBClusters'],
  remediation: {
    text: 'Copy a snapshot encrypted, restore a new instance from the copy and switch to it; encryption cannot be turned on in place.',
    commands: [
      {
        tool: 'aws',
        code: 'aws rds copy-db-snapshot --source-db-snapshot-identifier SNAPSHOT --target-db-snapshot-identifier COPY --kms-key-id KEY\naws rds restore-db-instance-from-db-snapshot --db-instance-identifier NEW --db-snapshot-identifier COPY',
      },
      { tool: 'terraform', code: 'storage_encrypted = true # in aws_db_instance; replaces the instance' },
    ],
    effort: 'days',
  },
  peers: [{ product: 'prowler', id: 'rds_instance_storage_encrypted' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation<Store>({
      items: [...facts.of('aws.rds.instance'), ...facts.of('aws.rds.cluster')],
      gaps: facts.gaps([INSTANCES, CLUSTERS]),
      judge: judgeStore,
    }),
}
