import { useMutation } from '@tanstack/react-query'
import type { FindingImportReport } from '@/lib/model/finding-import'
import { type ApiProblem, send } from './api'
import { paths } from './paths'

/** `connection` null is the one named after the product, made with its first file. */
export type FindingImportRequest = { file: File; connection: string | null; dryRun: boolean }

/** Sends the whole file; with `dryRun` the server does all of it and takes it back. */
export const useImportFindings = (org: string) =>
  useMutation<FindingImportReport, ApiProblem, FindingImportRequest>({
    mutationFn: async ({ file, connection, dryRun }) => {
      const type = /\.(csv|txt)$/i.test(file.name) ? 'text/csv' : 'application/json'
      const path = paths.api.findingsImport(org, { fileName: file.name.slice(-255), connection, dryRun })
      const answer = await send(path, { method: 'POST', headers: { 'content-type': type }, body: file })
      return answer.json()
    },
  })
