import { forOrganization } from '@/lib/db/store'
import { env } from '@/lib/env'
import { webIdentity } from '@/lib/env/web-identity'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { AwsSettings, Connection, KubernetesSettings } from '@/lib/model/connection'
import type { ConnectionSetup, SetupFile } from '@/lib/model/connection-setup'
import { awsPolicy, type PolicyFormat } from '@/lib/sources/aws/policy/aws-policy'
import { readerManifest } from '@/lib/sources/kubernetes/reader-manifest'
import { readerSetup } from '@/lib/sources/kubernetes/reader-setup'
import { authorize } from './authorize'

type Input = { org: string; id: string }

/** What has to be done at a connection's source so that it may be read, with files to copy. Throws not-found. */
export async function getConnectionSetup(actor: Actor, { org, id }: Input): Promise<ConnectionSetup> {
  const { organizationId } = await authorize(actor, org, 'connection:read')
  return setupOf(await forOrganization(organizationId, ({ connections }) => connections.get(parseId(id))))
}

/** One of its files. Throws not-found also for a file that this connection does not need. */
export async function getSetupFile(actor: Actor, { org, id, file }: Input & { file: string }): Promise<SetupFile> {
  const found = (await getConnectionSetup(actor, { org, id })).files.find((one) => one.id === file)
  if (!found) throw new AppError('not-found')
  return found
}

function setupOf({ settings }: Connection): ConnectionSetup {
  if (settings.kind === 'aws') return awsSetup(settings)
  if (settings.kind === 'kubernetes') return clusterSetup(settings)
  return { steps: [], files: [], missing: null }
}

const NOBODY = 'arn:aws:iam::PROOFLINES-ACCOUNT:role/PROOFLINES-ROLE'

const AWS_FILES: readonly { id: PolicyFormat; label: string; fileName: string; mediaType: string }[] = [
  { id: 'cloudformation', label: 'CloudFormation', fileName: 'proofline-role.yaml', mediaType: 'application/yaml' },
  { id: 'terraform', label: 'Terraform', fileName: 'proofline-role.tf', mediaType: 'text/plain' },
  { id: 'json', label: 'Policies as JSON', fileName: 'proofline-role.json', mediaType: 'application/json' },
]

function awsSetup({ credentials, externalId, roleArn, services, memberRole }: AwsSettings): ConnectionSetup {
  if (externalId === null) {
    const steps = ['Let the identity it reads with do what the policy allows and nothing else.']
    return { steps, files: [], missing: null }
  }
  const known = credentials === 'web-identity' ? webIdentity().hubRole : env().awsPrincipal
  const wanted = { externalId, principal: known ?? NOBODY, services, memberRole }
  return {
    steps: [
      `Make the role ${roleArn ?? ''} in the account, with one of these. It may list and describe, and read no data.`,
      `It lets itself be assumed only with the external id ${externalId}, which no other connection has.`,
      ...(memberRole === null
        ? []
        : [`Make a role named ${memberRole} with the same permissions in each member account, trusting that role.`]),
      'Then test what it may read, and start the first run.',
    ],
    files: AWS_FILES.map((file) => ({ ...file, text: awsPolicy(file.id, wanted) })),
    missing:
      known === null
        ? `Replace ${NOBODY} by whom Proofline runs as in AWS. Whoever runs Proofline can say it in PROOFLINE_AWS_PRINCIPAL.`
        : null,
  }
}

/** A kubeconfig is only wanted where Proofline is not in the cluster itself. */
function clusterSetup({ credentials }: KubernetesSettings): ConnectionSetup {
  const manifest = { label: 'Role as YAML', fileName: 'proofline-reader.yaml', mediaType: 'application/yaml' }
  const commands = { label: 'Commands', fileName: 'proofline-kubeconfig.sh', mediaType: 'text/plain' }
  const files = [{ id: 'role', ...manifest, text: readerManifest() }]
  if (credentials === 'in-cluster') {
    return { steps: ['Apply the role. It lists what the checks need, and no secrets.'], files, missing: null }
  }
  const shell = readerSetup().map(({ title, code }) => `# ${title}\n${code}\n`)
  return {
    steps: [
      'Run the commands with rights to the cluster: they apply a role that may only list, and write a kubeconfig with a token of it.',
      'Give that kubeconfig here. Its token ends after 30 days at most; give a new one before.',
      'Then test what it may read, and start the first run.',
    ],
    files: [{ id: 'commands', ...commands, text: shell.join('\n') }, ...files],
    missing: null,
  }
}
