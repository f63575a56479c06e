import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import type { OrganizationSummary } from '@/lib/model/organization-summary'
import { countText } from '@/lib/presentation/number'
import { summarizeOrganizations } from '@/lib/services/summarize-organizations'
import { type Answer, answering } from './answering'
import { type Column, figures, textTable } from './text-table'
import { withDatabase } from './with-database'

const COLUMNS: readonly Column[] = [
  { title: 'Slug' },
  { title: 'Name' },
  { title: 'Sector' },
  ...figures('People', 'Deployments'),
  { title: 'Data' },
]

const line = ({ slug, name, sector, headcount, deployments, synthetic }: OrganizationSummary): string[] => [
  slug,
  name,
  sector,
  countText(headcount),
  countText(deployments),
  synthetic ? 'synthetic' : '',
]

async function run(): Promise<Answer> {
  const organizations = await summarizeOrganizations(await operator())
  const text =
    organizations.length === 0 ? 'There is no organization yet.' : textTable(COLUMNS, organizations.map(line))
  return { json: { organizations }, text }
}

export const register = (program: Command): Command =>
  answering(program.command('orgs').description('list the organizations'), z.object({}), () => withDatabase(run))
