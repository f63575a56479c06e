'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'
import type { TrendData } from './trend'

// The chart library is large: only pages with a chart load it, after everything else is there to be read.
const TrendPlot = dynamic(() => import('./trend-plot').then((module) => module.TrendPlot), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
})

type TrendPlotLazyProps = { data: TrendData; summary: string; valueLabel: string; height: number }

/** Keeps the room of the plot until it is drawn, so that nothing moves. */
export const TrendPlotLazy = ({ height, ...plot }: TrendPlotLazyProps) => (
  <div style={{ height }}>
    <TrendPlot {...plot} />
  </div>
)
