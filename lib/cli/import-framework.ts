import { basename } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { FrameworkImportOptions, type FrameworkImportReport } from '@/lib/model/framework-import'
import { importOscalFramework } from '@/lib/services/import-oscal-framework'
import { answering } from './answering'
import { fileChunks } from './input-file'
import { withDatabase } from './with-database'

const Options = z.object({
  org: z.string(),
  slug: FrameworkImportOptions.shape.slug,
  dryRun: z.boolean().default(false),
})

const DROPPED_PRINTED = 20

/** `proofline import framework FILE`: an OSCAL catalog or profile as a framework of the organization's own. */
export const frameworkSubcommand = (group: Command): Command =>
  answering(
    group
      .command('framework')
      .description('a framework of the organization’s own: an OSCAL catalog or profile in JSON, 1.0 to 1.2')
      .argument('<file>', 'the file, or - for standard input')
      .requiredOption('--org <slug>', 'the organization')
      .option(
        '--slug <slug>',
        'what it is called in addresses (default: made of its title); one of that name is replaced',
      )
      .option('--dry-run', 'do everything, then undo it'),
    Options,
    async ({ org, slug, dryRun }, [file = '']) => {
      const chunks = await fileChunks(file)
      const fileName = file === '-' ? 'framework.json' : basename(file).slice(-255)
      const options = { slug, dryRun, fileName }
      const report = await withDatabase(async () => importOscalFramework(await operator(), { org, options, chunks }))
      return { json: report, text: textOf(report) }
    },
  )

function textOf(report: FrameworkImportReport): string {
  const { framework, name, version, requirements, mapped, withdrawn, replaced, added, dropped, ignored } = report
  const { parameters, alterations, merge } = ignored
  const left = parameters + alterations
  return [
    `${framework}: ${name} ${version}, ${requirements} requirements, ${mapped} of them mapped to capabilities.`,
    ...(withdrawn > 0 ? [`${withdrawn} withdrawn controls were left out.`] : []),
    ...(left > 0 ? [`Not done: ${parameters} set parameters and ${alterations} alterations of the profile.`] : []),
    ...(merge ? ['Not done: the profile arranges its controls anew; they keep the order of their catalogs.'] : []),
    ...(replaced === null ? [] : [`It took the place of version ${replaced}: ${added} new, ${dropped.length} gone.`]),
    ...dropped
      .slice(0, DROPPED_PRINTED)
      .map(({ id, capabilities }) => `  gone: ${id}${capabilities.length > 0 ? ` (${capabilities.join(', ')})` : ''}`),
    ...(dropped.length > DROPPED_PRINTED ? ['  … (--json lists all)'] : []),
    ...(report.dryRun ? ['This was a dry run: nothing was kept.'] : []),
  ].join('\n')
}
