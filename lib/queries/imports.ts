import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { ImportBatch, ImportKind, ImportReport } from '@/lib/model/import-batch'
import type { DateOrder } from '@/lib/model/import-options'
import type { ImportPreview } from '@/lib/model/import-preview'
import { type ApiProblem, api, send } from './api'
import { paths } from './paths'

/** How the server is to read a file; a null map or order is for it to guess. */
export type Reading = { map: Record<string, string> | null; dates: DateOrder | null; zone: string }

/** As much of the file as the server reads for a preview (`PREVIEW_BYTES` of the model). */
const HEAD_BYTES = 256 * 1024

const csv = { 'content-type': 'text/csv' }

const query = ({ map, dates, zone }: Reading) => ({ map: map && JSON.stringify(map), dates, zone })

/** What an import would make of the beginning of the file, asked again whenever the reading changes. */
export const usePreview = (org: string, kind: ImportKind, file: File, reading: Reading) =>
  useQuery<ImportPreview, ApiProblem>({
    queryKey: ['import-preview', org, kind, file.name, file.size, file.lastModified, reading],
    queryFn: async ({ signal }) => {
      const path = paths.api.recordsPreview(org, kind, query(reading))
      const answer = await send(path, { method: 'POST', headers: csv, body: file.slice(0, HEAD_BYTES), signal })
      return answer.json()
    },
    placeholderData: keepPreviousData,
    retry: false,
  })

export type ImportRequest = Reading & { file: File; source: string; deployment: string | null; dryRun: boolean }

/** Sends the whole file; with `dryRun` the server does all of it and takes it back. */
export const useImport = (org: string, kind: ImportKind) =>
  useMutation<ImportReport, ApiProblem, ImportRequest>({
    mutationFn: async ({ file, source, deployment, dryRun, ...reading }) => {
      const options = { ...query(reading), source, deployment, dryRun, fileName: file.name }
      const answer = await send(paths.api.recordsImport(org, kind, options), {
        method: 'POST',
        headers: csv,
        body: file,
      })
      return answer.json()
    },
  })

/** Takes an import back. */
export const useUndoImport = (org: string, id: string) =>
  useMutation<ImportBatch, ApiProblem, void>({ mutationFn: () => api.post(paths.api.undoImport(org, id)) })
