import { z } from 'zod'

/** Maturity stages in order; the index is the stage's number. */
export const STAGES = ['traditional', 'initial', 'advanced', 'optimal'] as const

/** 0 traditional, 1 initial, 2 advanced, 3 optimal. */
export const Stage = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type Stage = z.infer<typeof Stage>
