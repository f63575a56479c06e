import { View } from '@react-pdf/renderer'
import { COLOURS } from './drawing/colours'
import { ReportBlock } from './drawing/report-block'
import { ReportFrame } from './drawing/report-frame'
import { Paragraph, Title } from './drawing/words'
import type { Report, ReportLook } from './report'

type Props = { report: Report; look: ReportLook }

/** A report on paper: its title as a finding, then its sections in order. */
export const ReportDocument = ({ report, look }: Props) => (
  <ReportFrame report={report} look={look}>
    <Title level="H1" bookmark={report.title} style={report.single ? { fontSize: 16 } : {}}>
      {report.title}
    </Title>
    <Paragraph style={{ fontSize: 8.6, marginTop: 3, color: COLOURS.ink2 }}>{report.line}</Paragraph>
    {report.sections.flatMap(({ title, blocks, apart }) => [
      <View key={title} break={apart === true} style={{ height: report.single ? 9 : 16 }} />,
      <Title key={`${title}-title`} level="H2" bookmark={title} style={report.single ? { fontSize: 11 } : {}}>
        {title}
      </Title>,
      ...blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are drawn once and in order
        <View key={`${title}-${at}`} style={{ marginTop: report.single ? 5 : 7 }}>
          <ReportBlock block={block} />
        </View>
      )),
    ])}
  </ReportFrame>
)
