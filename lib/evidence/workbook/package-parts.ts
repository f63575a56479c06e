const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** One file of a workbook; its pieces are read once, to their end. */
export type WorkbookPart = { name: string; pieces: AsyncIterable<string> | Iterable<string> }

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

const part = (name: string, body: string): WorkbookPart => ({ name, pieces: [XML, body] })

/** What ties the sheets together: their names in the order in which they are shown, the style sheet, and who is what. */
export function packageParts(sheets: readonly { index: number; name: string }[], styles: string): WorkbookPart[] {
  const ids = sheets.map(({ index }) => `rId${index + 1}`)
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (body: string) => `<Relationships xmlns="${PACKAGE}/relationships">${body}</Relationships>`
  const kind = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${MEDIA}.${type}+xml"/>`
  return [
    part('xl/styles.xml', styles),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
        .map(({ index, name }, at) => `<sheet name="${name}" sheetId="${index + 1}" r:id="${ids[at]}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relations(
        sheets
          .map(({ index }, at) => relation(ids[at] ?? '', 'worksheet', `worksheets/sheet${index + 1}.xml`))
          .join('') + relation('rIdStyles', 'styles', 'styles.xml'),
      ),
    ),
    part('_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))),
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${kind('xl/workbook.xml', 'sheet.main')}${kind('xl/styles.xml', 'styles')}` +
        `${sheets.map(({ index }) => kind(sheetPath(index), 'worksheet')).join('')}</Types>`,
    ),
  ]
}

/** The beginning of a sheet whose first row stays in view, with columns as wide as given (in characters). */
export const sheetBegin = (widths: readonly number[]): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`

/** Its end; `filter` is the range whose columns get a menu, such as `A1:F20`. */
export const sheetEnd = (filter: string | null): string =>
  `</sheetData>${filter === null ? '' : `<autoFilter ref="${filter}"/>`}</worksheet>`
