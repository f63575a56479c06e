/** Where in a file something stands: a relative URI reference and, where known, lines from 1. */
export type FileLocation = { uri: string; startLine: number | null; endLine: number | null }

type Loose = Readonly<Record<string, unknown>>

const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (from, key) => (typeof from === 'object' && from !== null ? (from as Loose)[key] : undefined),
    value,
  )
const textAt = (value: unknown, ...path: readonly (string | number)[]): string | null => {
  const found = at(value, ...path)
  return typeof found === 'string' && found.trim() !== '' ? found : null
}
const lineAt = (value: unknown, ...path: readonly (string | number)[]): number | null => {
  const found = at(value, ...path)
  return Number.isInteger(found) && Number(found) >= 1 ? Number(found) : null
}

type Reader = (
  record: unknown,
  resource: string,
) => { file: string | null; startLine: number | null; endLine: number | null }

/** Where each format of another scanner says it; formats that know no files are not here. */
const READERS: Readonly<Record<string, Reader>> = {
  sarif: (record) => {
    const place = at(record, 'locations', 0, 'physicalLocation')
    return {
      file: textAt(place, 'artifactLocation', 'uri'),
      startLine: lineAt(place, 'region', 'startLine'),
      endLine: lineAt(place, 'region', 'endLine'),
    }
  },
  checkov: (record) => ({
    file: textAt(record, 'file_path'),
    startLine: lineAt(record, 'file_line_range', 0),
    endLine: lineAt(record, 'file_line_range', 1),
  }),
  // The file is named once for all its results, which is what the resource is called by, and the cause behind it.
  trivy: (record, resource) => {
    const cause = at(record, 'CauseMetadata') ?? record
    const startLine = lineAt(cause, 'StartLine')
    const part = textAt(record, 'CauseMetadata', 'Resource') ?? (startLine === null ? null : String(startLine))
    const file = part === null ? resource : resource.replace(new RegExp(` \\(${escaped(part)}\\)$`), '')
    return { file: startLine === null ? null : file, startLine, endLine: lineAt(cause, 'EndLine') }
  },
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * The file and lines that another scanner's record names; null where it names none, as for every finding of a live source
 * and of a Terraform plan, whose JSON carries no positions. `resource` is what the finding's resource is called.
 */
export function fileLocation(format: string, record: unknown, resource: string): FileLocation | null {
  const found = READERS[format]?.(record, resource)
  if (!found?.file) return null
  const uri = uriOf(found.file)
  if (uri === null) return null
  const { startLine, endLine } = found
  return { uri, startLine, endLine: startLine !== null && endLine !== null && endLine >= startLine ? endLine : null }
}

/** A URI reference as RFC 3986 writes it: forward slashes, no leading one, and nothing that needs to be escaped. */
function uriOf(file: string): string | null {
  const path = file.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')
  if (path === '') return null
  if (
    /^(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/.test(path) &&
    /^(?:[A-Za-z][A-Za-z0-9+.-]+:\/|[^:]*(?:\/|$))/.test(path)
  )
    return path
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/')
}
