import { Document, Image, Page, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { instantText } from '@/lib/presentation/date'
import type { Report, ReportLook } from '../report'
import { COLOURS, toneColour, toneFill } from './colours'
import { FAMILIES } from './fonts'
import { printable } from './printable'
import { Artifact } from './tagging'
import { Words } from './words'

const SYNTHETIC = 'Synthetic demo data: generated, of no real organization.'
const SIDE = 40
const QUIET = { fontSize: 6.8, lineHeight: 1.35, color: COLOURS.ink3 } as const
/** No line height here: the renderer would take it times the font size again whenever it fills in the numbers. */
const PAGE_NUMBER = {
  fontFamily: FAMILIES,
  fontSize: 6.8,
  color: COLOURS.ink3,
  textAlign: 'right',
  width: 60,
} as const
const LOGO = { width: 110, height: 22 } as const

/** The picture as large as its box lets it be, without changing its shape. */
function Logo({ logo }: { logo: NonNullable<ReportLook['logo']> }) {
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height)
  const format = logo.mediaType === 'image/png' ? 'png' : 'jpg'
  return (
    <Image
      src={{ data: Uint8Array.from(logo.data) as never, format }}
      style={{ width: logo.width * scale, height: logo.height * scale }}
    />
  )
}

function Head({ report, look }: { report: Report; look: ReportLook }) {
  const colour = look.colour ?? COLOURS.accent
  return (
    <View fixed style={{ position: 'absolute', top: 20, left: SIDE, right: SIDE }}>
      <Artifact>
        <View
          style={{
            flexDirection: 'row',
            justifyContent: 'space-between',
            alignItems: 'flex-end',
            height: LOGO.height + 5,
            paddingBottom: 5,
            borderBottomWidth: 1.6,
            borderBottomColor: colour,
          }}
        >
          {look.logo ? (
            <Logo logo={look.logo} />
          ) : (
            <Words style={{ fontSize: 9, fontWeight: 700, color: colour }}>{look.title ?? report.organization}</Words>
          )}
          <Words style={{ fontSize: 8, color: COLOURS.ink2 }}>{report.name}</Words>
        </View>
        {report.synthetic ? (
          <View style={{ marginTop: 4, paddingVertical: 2, paddingHorizontal: 5, backgroundColor: toneFill('warn') }}>
            <Words style={{ fontSize: 7, fontWeight: 600, color: toneColour('warn') }}>{SYNTHETIC}</Words>
          </View>
        ) : null}
      </Artifact>
    </View>
  )
}

function Foot({ report, look }: { report: Report; look: ReportLook }) {
  const whose = look.title && look.title !== report.organization ? `${look.title} · ` : ''
  return (
    <View
      fixed
      style={{
        position: 'absolute',
        bottom: 18,
        left: SIDE,
        right: SIDE,
        paddingTop: 5,
        borderTopWidth: 0.5,
        borderTopColor: COLOURS.lineStrong,
      }}
    >
      <Artifact>
        <View style={{ flexDirection: 'row', columnGap: 12 }}>
          <View style={{ flexGrow: 1, flexBasis: 0 }}>
            <Words style={QUIET}>{`${whose}${report.organization} · as of ${instantText(report.asOf)}`}</Words>
            <Words style={QUIET}>{`Formulas: ${report.formulas.join(', ')}`}</Words>
          </View>
          <Text
            style={PAGE_NUMBER}
            render={({ pageNumber, totalPages }) => printable(`${pageNumber} of ${totalPages}`)}
          />
        </View>
      </Artifact>
    </View>
  )
}

type Props = { report: Report; look: ReportLook; children: ReactNode }

/** The paper of every report: whose it is, as of when, made by which formulas, and which page of how many. */
export const ReportFrame = ({ report, look, children }: Props) => (
  <Document
    title={printable(`${report.name}: ${report.organization}`)}
    subject={printable(report.title)}
    author={printable(look.title ?? report.organization)}
    creator="Proofline"
    producer="Proofline"
    language="en-GB"
    creationDate={new Date(report.asOf)}
    modificationDate={new Date(report.asOf)}
    pdfVersion="1.7"
    pageMode={report.single ? 'useNone' : 'useOutlines'}
  >
    <Page
      size="A4"
      experimentalPagination={!report.single}
      style={{
        fontFamily: FAMILIES,
        fontSize: 9,
        color: COLOURS.ink,
        paddingTop: report.synthetic ? 74 : 60,
        paddingBottom: 52,
        paddingHorizontal: SIDE,
      }}
    >
      <Head report={report} look={look} />
      <Foot report={report} look={look} />
      {children}
    </Page>
  </Document>
)
