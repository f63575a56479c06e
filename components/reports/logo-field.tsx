'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { FileDrop } from '@/components/ui/file-drop'
import type { ReportLogo } from '@/lib/model/report-style'
import { paths } from '@/lib/queries/paths'
import { useRemoveReportLogo, useSetReportLogo } from '@/lib/queries/reports'

/** The logo as it is kept, another in its place, or none. */
export function LogoField({ org, logo }: { org: string; logo: ReportLogo | null }) {
  const router = useRouter()
  const set = useSetReportLogo(org)
  const remove = useRemoveReportLogo(org)
  const refresh = { onSuccess: () => router.refresh() }
  const problem = set.error ?? remove.error
  return (
    <div className="grid content-start gap-3">
      {logo ? (
        <div className="flex items-center justify-between gap-3 rounded-md border border-line bg-white p-3">
          {/* biome-ignore lint/performance/noImgElement: the picture is the organization's own and changes at once */}
          <img
            src={paths.api.reportLogo(org, { sha256: logo.sha256 })}
            alt="Logo of reports"
            width={logo.width}
            height={logo.height}
            className="h-10 w-auto max-w-48 object-contain"
          />
          <Button disabled={remove.isPending} onClick={() => remove.mutate(undefined, refresh)}>
            Remove
          </Button>
        </div>
      ) : null}
      <FileDrop
        label={logo ? 'Another logo' : 'Logo'}
        hint="PNG or JPEG, 16 to 2000 pixels a side, at most 512 KiB. SVG is refused because it can carry scripts."
        accept="image/png,image/jpeg"
        disabled={set.isPending}
        error={problem?.detail ?? problem?.title}
        onFiles={([file]) => file && set.mutate(file, refresh)}
      />
    </div>
  )
}
