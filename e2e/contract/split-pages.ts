/** How an operation pages: the list that is split, its items' tag, and how the place of the next page is told. */
export type Paging = {
  list: string
  item: string
  size: number
  /** Where a request says from where on it wants to read. */
  from: (parameters: URLSearchParams) => string | null
  /** What stands behind the list when more follows. */
  more: (token: string) => string
}

export const PAGING: Readonly<Record<string, Paging>> = {
  DescribeSecurityGroups: {
    list: 'securityGroupInfo',
    item: 'item',
    size: 5,
    from: (asked) => asked.get('NextToken'),
    more: (token) => `<nextToken>${token}</nextToken>`,
  },
  GetAccountAuthorizationDetails: {
    list: 'RoleDetailList',
    item: 'member',
    size: 4,
    from: (asked) => asked.get('Marker'),
    more: (token) => `<IsTruncated>true</IsTruncated><Marker>${token}</Marker>`,
  },
  ListBuckets: {
    list: 'Buckets',
    item: 'Bucket',
    size: 3,
    from: (asked) => asked.get('continuation-token'),
    more: (token) => `<ContinuationToken>${token}</ContinuationToken>`,
  },
}

/** The page of an answer that was asked for: its list cut to the page, with the place of the next one. */
export function pageOf(xml: string, paging: Paging, parameters: URLSearchParams): string {
  const [open, close] = [`<${paging.list}>`, `</${paging.list}>`]
  const [begin, end] = [xml.indexOf(open), xml.indexOf(close)]
  if (begin < 0 || end < 0) return xml
  const items = itemsOf(xml.slice(begin + open.length, end), paging.item)
  const from = Number(paging.from(parameters) ?? 0)
  const page = items.slice(from, from + paging.size).join('')
  const more = from + paging.size < items.length ? paging.more(String(from + paging.size)) : ''
  const rest = xml.slice(end + close.length).replace(/<IsTruncated>false<\/IsTruncated>/, more === '' ? '$&' : '')
  return `${xml.slice(0, begin)}${open}${page}${close}${more}${rest}`
}

/** The outermost items; what is nested may bear the same tag. */
function itemsOf(xml: string, tag: string): string[] {
  const found: string[] = []
  let depth = 0
  let begin = 0
  for (const match of xml.matchAll(new RegExp(`<(/?)${tag}>`, 'g'))) {
    if (match[1] === '') {
      if (depth === 0) begin = match.index
      depth += 1
    } else {
      depth -= 1
      if (depth === 0) found.push(xml.slice(begin, match.index + match[0].length))
    }
  }
  return found
}
