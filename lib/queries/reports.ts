import { useMutation } from '@tanstack/react-query'
import type { ReportStyle, ReportStyleInput } from '@/lib/model/report-style'
import { type ApiProblem, api, send } from './api'
import { paths } from './paths'

/** What a report is about, as a form says it; the server decides whether it is that. */
export type GivenChoice = Readonly<Record<string, string | null>>

/** The PDF and the name it is to be kept under. */
export type ReportFile = { content: Blob; fileName: string }

export const useReport = (org: string, kind: string) =>
  useMutation<ReportFile, ApiProblem, GivenChoice>({
    mutationFn: async (choice) => {
      const answer = await send(paths.api.report(org, kind, choice), { method: 'GET' })
      const named = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
      return { content: await answer.blob(), fileName: named ?? `${org}-${kind}.pdf` }
    },
  })

export const useSaveReportStyle = (org: string) =>
  useMutation<ReportStyle, ApiProblem, ReportStyleInput>({
    mutationFn: (style) => api.put(paths.api.reportStyle(org), style),
  })

export const useSetReportLogo = (org: string) =>
  useMutation<ReportStyle, ApiProblem, File>({
    mutationFn: async (file) => {
      const headers = { 'content-type': file.type || 'application/octet-stream' }
      return (await send(paths.api.reportLogo(org), { method: 'PUT', headers, body: file })).json()
    },
  })

export const useRemoveReportLogo = (org: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.reportLogo(org)) })
