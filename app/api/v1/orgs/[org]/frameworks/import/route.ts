import { z } from 'zod'
import { withUpload } from '@/lib/http/file-upload'
import { route } from '@/lib/http/route'
import { FRAMEWORK_FILE_LIMIT, FrameworkImportOptions, FrameworkImportReport } from '@/lib/model/framework-import'
import { Slug } from '@/lib/model/slug'
import { importOscalFramework } from '@/lib/services/import-oscal-framework'

const FILE = {
  media: /^application\/(json|.*\+json|octet-stream)\b/i,
  named: 'application/json',
  limitBytes: FRAMEWORK_FILE_LIMIT,
  otherwise: 'A catalog of that size holds more than the controls of one framework.',
}

export const POST = route({
  tag: 'Frameworks',
  summary:
    'Import an OSCAL catalog or profile (JSON, 1.0 to 1.2, at most 32 MiB) as a framework of the organization’s own',
  params: z.object({ org: Slug }),
  query: FrameworkImportOptions.extend({ dryRun: z.stringbool().default(false) }),
  stream: 'application/json',
  output: FrameworkImportReport,
  handler: ({ actor, params: { org }, query: options, request }) =>
    withUpload(request, FILE, (chunks) => importOscalFramework(actor, { org, options, chunks })),
})
