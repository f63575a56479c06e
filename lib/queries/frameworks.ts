import { useMutation } from '@tanstack/react-query'
import type { FrameworkImportReport } from '@/lib/model/framework-import'
import type { Requirement } from '@/lib/model/requirement'
import { type ApiProblem, api, send } from './api'
import { paths } from './paths'

/** `slug` null takes the name from the title of the document. */
export type FrameworkImportRequest = { file: File; slug: string | null; dryRun: boolean }

/** Sends the whole file; with `dryRun` the server does all of it and takes it back. */
export const useImportFramework = (org: string) =>
  useMutation<FrameworkImportReport, ApiProblem, FrameworkImportRequest>({
    mutationFn: async ({ file, slug, dryRun }) => {
      const path = paths.api.frameworkImport(org, { fileName: file.name.slice(-255), slug, dryRun })
      const headers = { 'content-type': 'application/json' }
      return (await send(path, { method: 'POST', headers, body: file })).json()
    },
  })

/** Says to which capabilities a requirement of an own framework speaks. */
export const useMapRequirement = (org: string, framework: string) =>
  useMutation<Requirement, ApiProblem, { requirement: string; capabilities: readonly string[] }>({
    mutationFn: (change) => api.put(paths.api.framework(org, framework, 'mapping'), change),
  })

export const useDeleteFramework = (org: string, framework: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.framework(org, framework)) })
