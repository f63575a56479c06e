import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'

const INSTANCES = 'rds:DescribeDBInstances'

export const rdsNotPublic: Check = {
  id: 'aws_rds_not_public',
  provider: 'aws',
  title: 'RDS instance has a public address',
  asserts: 'No RDS instance is publicly accessible.',
  risk: 'The database port can be reached from the internet as soon as a security group allows it: passwords are guessed and flaws tried.',
  severity: 'critical',
  kind: 'every',
  threshold: 1,
  capabilities: ['NET-02', 'DAT-04'],
  weak: [],
  feeds: [
    { capability: 'NET-02', stage: 1, atLeast: 0.5 },
    { capability: 'NET-02', stage: 2, atLeast: 1 },
    { capability: 'DAT-04', stage: 1, atLeast: 1 },
  ],
  operations: [INSTANCES],
  permissions: ['rds:DescribeDBInstances'],
  remediation: {
    text: 'Turn public access off and place the instance in private subnets; reach it through the VPC, a VPN or a bastion.',
    commands: [
      {
        tool: 'aws',
        code: 'aws rds modify-db-instance --db-instance-identifier INSTANCE --no-publicly-accessible --apply-immediately',
      },
      { tool: 'terraform', code: 'publicly_accessible = false # in aws_db_instance' },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'rds_instance_no_public_access' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.rds.instance'),
      gaps: facts.gaps([INSTANCES]),
      judge: ({ name, facts: { engine, publiclyAccessible } }) =>
        judgeField(publiclyAccessible, INSTANCES, (is) =>
          is ? fail(`RDS instance ${name} is publicly accessible; it was expected not to be.`, { engine }) : pass,
        ),
    }),
}
