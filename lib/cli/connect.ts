import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import { type ConnectionInput, ConnectionInput as Input } from '@/lib/model/connection-input'
import type { ConnectionView } from '@/lib/model/connection-view'
import { sourceText } from '@/lib/presentation/connection'
import { scheduleText } from '@/lib/presentation/schedule'
import { createConnection } from '@/lib/services/create-connection'
import { readKubeconfig } from '@/lib/sources/kubernetes/read-kubeconfig'
import { type Answer, answering } from './answering'
import { membershipOf } from './membership-of'
import { withDatabase } from './with-database'

const words = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))

const Common = z.object({ org: z.string(), name: z.string(), schedule: z.string().optional() })

const AwsOptions = Common.extend({
  roleArn: z.string().optional(),
  externalId: z.string().optional(),
  ambient: z.boolean().default(false),
  endpoint: z.string().optional(),
  regions: words,
  services: words,
  memberRole: z.string().optional(),
})

const KubernetesOptions = Common.extend({ kubeconfig: z.string(), cluster: z.string().optional() })

async function connectAws(options: z.infer<typeof AwsOptions>): Promise<Answer> {
  const { org, roleArn, externalId, ambient, endpoint, regions, services, memberRole } = options
  if (ambient === (roleArn !== undefined)) {
    throw new AppError('invalid', { detail: 'Name either --role-arn with --external-id, or --ambient.' })
  }
  if (roleArn !== undefined && externalId === undefined) {
    throw new AppError('invalid', { detail: '--role-arn needs --external-id, which the role has to ask for.' })
  }
  return connect(org, {
    ...described(options),
    settings: {
      kind: 'aws',
      credentials: ambient ? 'ambient' : 'role',
      roleArn: roleArn ?? null,
      externalId: externalId ?? null,
      endpoint: endpoint ?? null,
      regions,
      services,
      memberRole: memberRole ?? null,
    },
  })
}

async function connectKubernetes(options: z.infer<typeof KubernetesOptions>): Promise<Answer> {
  const kubeconfig = await readFile(options.kubeconfig, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid', { detail: `The kubeconfig cannot be read from ${options.kubeconfig}.`, cause })
  })
  const { server, cluster } = readKubeconfig(kubeconfig)
  return connect(options.org, {
    ...described(options),
    settings: { kind: 'kubernetes', server, cluster: options.cluster ?? cluster },
    secret: { kind: 'kubeconfig', kubeconfig },
  })
}

const described = ({ name, schedule }: z.infer<typeof Common>) => ({ name, schedule: schedule ?? null })

/** What the command line names is read by the schema of the API, so that both say the same of it. */
async function connect(org: string, given: object): Promise<Answer> {
  const connection = parsed(given)
  const made = await withDatabase(async () => createConnection((await membershipOf(org)).actor, { org, connection }))
  return { json: { connection: made }, text: textOf(made, org) }
}

function parsed(given: object): ConnectionInput {
  const read = Input.safeParse(given)
  if (read.success) return read.data
  const problems = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), reason: message }))
  throw new AppError('invalid', { detail: 'The connection is not valid.', problems })
}

const textOf = ({ name, settings, schedule, id }: ConnectionView, org: string): string =>
  [
    `Connected ${name}: ${sourceText(settings)}. ${scheduleText(schedule)}.`,
    `Connection ${id}`,
    `Read it now: npm run -s proofline -- run ${JSON.stringify(name)} --org ${org} --wait`,
  ].join('\n')

const withCommon = (command: Command): Command =>
  command
    .requiredOption('--org <slug>', 'the organization')
    .requiredOption('--name <name>', 'what it is called there')
    .option('--schedule <cron>', 'five fields of cron in UTC; without it, it is read only when asked')

export function register(program: Command): Command {
  const group = program.command('connect').description('connect a source that posture is read from')
  answering(
    withCommon(group.command('aws').description('an AWS account or organization'))
      .option('--role-arn <arn>', 'the role to assume')
      .option('--external-id <id>', 'the external id that the role asks for')
      .option('--ambient', 'the credentials of this machine, as the AWS SDK finds them')
      .option(
        '--endpoint <url>',
        'a private endpoint or an emulator; a private address must be in PROOFLINE_OUTBOUND_ALLOW',
      )
      .option('--regions <list>', 'only these regions, separated by commas (default: every enabled one)')
      .option('--services <list>', 'only these services (default: every one the checks need)')
      .option('--member-role <name>', 'read every account of the AWS organization through a role of this name'),
    AwsOptions,
    connectAws,
  )
  answering(
    withCommon(group.command('kubernetes').description('a Kubernetes cluster with its mesh'))
      .requiredOption('--kubeconfig <file>', 'a kubeconfig with a token or client certificate in it')
      .option('--cluster <name>', 'what the cluster is called in findings (default: as in the kubeconfig)'),
    KubernetesOptions,
    connectKubernetes,
  )
  return group
}
