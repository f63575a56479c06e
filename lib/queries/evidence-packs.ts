import { useMutation, useQuery } from '@tanstack/react-query'
import type { EvidencePack, EvidencePackContents } from '@/lib/model/evidence-pack'
import { type ApiProblem, api, send } from './api'
import { paths } from './paths'

/** What is asked for, as the form says it: the server judges it. */
type GivenPack = Readonly<Record<string, unknown>>

const OFTEN_MS = 1_500
/** Nobody looks at a page for longer, and asking keeps its reader signed in. */
const LONGEST_MS = 15 * 60_000

export const useRequestPack = (org: string) =>
  useMutation<EvidencePack, ApiProblem, GivenPack>({
    mutationFn: (pack) => api.post(paths.api.evidencePacks(org), pack),
  })

export const useCancelPack = (org: string, id: string) =>
  useMutation<EvidencePack, ApiProblem, void>({ mutationFn: () => api.post(paths.api.evidencePack(org, id, 'cancel')) })

/** Fetches the ZIP. Not a plain link, because what leaves with everything may need a fresh proof first. */
export const usePackFile = (org: string, id: string) =>
  useMutation<Blob, ApiProblem, void>({
    mutationFn: async () => (await send(paths.api.evidencePack(org, id, 'content'), { method: 'GET' })).blob(),
  })

/** A pack that is still to come, asked for anew until it has ended. */
export function useLivePack(
  org: string,
  initial: EvidencePack,
  isGoing: (pack: EvidencePack) => boolean,
): EvidencePack {
  const { data } = useQuery<EvidencePack, ApiProblem>({
    queryKey: ['evidence-pack', org, initial.id],
    queryFn: ({ signal }) => api.get<EvidencePackContents>(paths.api.evidencePack(org, initial.id), signal),
    initialData: initial,
    refetchInterval: ({ state }) => {
      const pack = state.data ?? initial
      return isGoing(pack) && Date.now() - Date.parse(initial.createdAt) < LONGEST_MS ? OFTEN_MS : false
    },
  })
  return data
}
