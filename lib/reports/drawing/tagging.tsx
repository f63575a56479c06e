import { Canvas } from '@react-pdf/renderer'
import type { ReactNode } from 'react'

/** An element of the document's structure tree, ISO 32000-1 §14.8.4. */
type StructureType = 'H1' | 'H2' | 'H3' | 'P' | 'LI' | 'TH' | 'TD' | 'Caption' | 'Figure' | 'Note'

/** What the drawing library hands to a structure parent; its `dictionary` is the element's own. */
type Element = { document: Drawing; dictionary: { data: Record<string, unknown> }; add: (child: Element) => void }
type Drawing = {
  struct: (type: string) => Element
  addStructure: (element: Element) => void
  endMarkedContent: () => void
  page: { markings: unknown[] }
  addContent: (operators: string) => void
  getMarkInfoDictionary: () => { data: Record<string, unknown> }
}
type Painter = {
  text: (text: string, x: number, y: number, options: object) => void
}

/** The place of a cell; the same objects for every cell of one table and of one row. `caption` is read with the table. */
export type RowPlace = { table: { caption: string }; row: object }

type Tree = { root: Element; groups: WeakMap<object, Element> }
const trees = new WeakMap<Drawing, Tree>()

function treeOf(drawing: Drawing): Tree {
  const known = trees.get(drawing)
  if (known) return known
  drawing.getMarkInfoDictionary().data.Marked = true
  const root = drawing.struct('Document')
  drawing.addStructure(root)
  const tree = { root, groups: new WeakMap<object, Element>() }
  trees.set(drawing, tree)
  return tree
}

function groupOf(tree: Tree, { key, type, parent }: { key: object; type: string; parent: Element }, drawing: Drawing) {
  const known = tree.groups.get(key)
  if (known) return known
  const made = drawing.struct(type)
  parent.add(made)
  tree.groups.set(key, made)
  return made
}

function parentOf(drawing: Drawing, place: RowPlace | undefined): Element {
  const tree = treeOf(drawing)
  if (!place) return tree.root
  const table = groupOf(tree, { key: place.table, type: 'Table', parent: tree.root }, drawing)
  table.dictionary.data.A = { O: 'Table', Summary: Object(place.table.caption) }
  return groupOf(tree, { key: place.row, type: 'TR', parent: table }, drawing)
}

const HIDDEN = { position: 'absolute', left: 0, top: 0, width: 1, height: 1 } as const
/** Without line breaking no width is measured, and an empty text draws nothing: only its structure element remains. */
const marking = (structType: string, add: (element: Element) => void) => ({
  lineBreak: false,
  structType,
  structParent: { add },
})

type Props = { as: StructureType; place?: RowPlace; alt?: string; children: ReactNode }

/**
 * Marks what is drawn by its children as one element of the structure tree, so that a screen reader hears headings,
 * tables and descriptions of drawings in the order they stand. Its children must not break over pages. The renderer has
 * no tags of its own; drawing an empty text with a structure parent opens one in its library.
 */
export function Tagged({ as, place, alt, children }: Props) {
  let open: Drawing | null = null
  const begin = (painter: Painter) => {
    const add = (element: Element) => {
      // A heading row that stands again on the next page was read already.
      if (open === element.document) return asFurniture(element)
      open = element.document
      const { data } = element.dictionary
      if (alt !== undefined) data.Alt = Object(alt)
      if (as === 'TH') data.A = { O: 'Table', Scope: 'Column' }
      parentOf(open, place).add(element)
      forget(open)
    }
    painter.text('', 0, 0, marking(as, add))
    return null
  }
  const end = () => {
    open?.addContent('EMC')
    return null
  }
  return (
    <>
      <Canvas style={HIDDEN} paint={begin} />
      {children}
      <Canvas style={HIDDEN} paint={end} />
    </>
  )
}

/** From here on the mark is ours to close: the library would carry an open one over to the next page. */
const forget = (drawing: Drawing): void => {
  drawing.page.markings.pop()
}

function asFurniture(element: Element): void {
  const { document: drawing } = element
  drawing.endMarkedContent()
  element.dictionary.data.S = 'NonStruct'
  treeOf(drawing).root.add(element)
  drawing.addContent('/Artifact <</Type /Pagination>> BDC')
}

/** Marks what is drawn by its children as furniture of the page, such as a footer: not read aloud with the text. */
export function Artifact({ children }: { children: ReactNode }) {
  let open: Drawing | null = null
  const begin = (painter: Painter) => {
    const add = (element: Element) => {
      open = element.document
      asFurniture(element)
    }
    painter.text('', 0, 0, marking('NonStruct', add))
    return null
  }
  const end = () => {
    open?.addContent('EMC')
    return null
  }
  return (
    <>
      <Canvas style={HIDDEN} paint={begin} fixed />
      {children}
      <Canvas style={HIDDEN} paint={end} fixed />
    </>
  )
}
