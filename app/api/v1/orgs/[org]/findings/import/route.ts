import { z } from 'zod'
import { withUpload } from '@/lib/http/file-upload'
import { route } from '@/lib/http/route'
import { FindingImportOptions, FindingImportReport } from '@/lib/model/finding-import'
import { Slug } from '@/lib/model/slug'
import { importFindings } from '@/lib/services/import-findings'

const FILE = {
  media: /^(application\/(json|.*\+json|x-ndjson|octet-stream)|text\/csv)\b/i,
  named: 'application/json or text/csv',
  limitBytes: 100 * 1024 * 1024,
  otherwise: 'Import it on the server with "proofline import findings", which takes files of any size.',
}

export const POST = route({
  tag: 'Findings',
  summary:
    'Import the findings of another scanner: OCSF, ASFF, SARIF, OSCAL assessment results, kube-bench, Trivy, Checkov, Prowler CSV',
  params: z.object({ org: Slug }),
  query: FindingImportOptions.extend({ dryRun: z.stringbool().default(false) }),
  stream: 'application/json',
  output: FindingImportReport,
  handler: ({ actor, params: { org }, query: options, request }) =>
    withUpload(request, FILE, (chunks) => importFindings(actor, { org, options, chunks })),
})
