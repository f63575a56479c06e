import { useMutation } from '@tanstack/react-query'
import type { Answer, AnswerInput } from '@/lib/model/answer'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

export type AnswerPlace = { org: string; assessment: string; capability: string }

/** Writes an answer over the one there may be; its evidence stays. Throws ApiProblem. */
export const putAnswer = ({ org, assessment, capability }: AnswerPlace, answer: AnswerInput): Promise<Answer> =>
  api.put(paths.api.answer(org, assessment, capability), answer)

/** Takes an answer back, with its evidence. */
export const useDeleteAnswer = ({ org, assessment, capability }: AnswerPlace) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.answer(org, assessment, capability)) })
