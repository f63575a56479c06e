import { type Granted, ROLE_NAME } from './policy-documents'

/** A Terraform configuration (HCL) that makes the role and tells its ARN. */
export const terraform = ({
  trust,
  permissions,
}: Granted): string => `# A role that lets Proofline read the posture of this account, and no data.
resource "aws_iam_role" "proofline_reader" {
  name               = ${JSON.stringify(ROLE_NAME)}
  assume_role_policy = jsonencode(${hcl(trust, '  ')})
}

resource "aws_iam_role_policy" "proofline_reader" {
  name   = "read-posture"
  role   = aws_iam_role.proofline_reader.id
  policy = jsonencode(${hcl(permissions, '  ')})
}

output "proofline_role_arn" {
  description = "To be entered in Proofline."
  value       = aws_iam_role.proofline_reader.arn
}
`

/** A value as HCL writes it. In its strings `\${` and `%{` begin a template, which nothing of ours is. */
function hcl(value: unknown, indent: string): string {
  if (Array.isArray(value))
    return `[${block(
      value.map((one) => `${hcl(one, `${indent}  `)},`),
      indent,
    )}]`
  if (typeof value !== 'object' || value === null) return text(value)
  const fields = Object.entries(value).map(([name, field]) => `${key(name)} = ${hcl(field, `${indent}  `)}`)
  return `{${block(fields, indent)}}`
}

const block = (lines: readonly string[], indent: string): string =>
  lines.length === 0 ? '' : `\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}`

const key = (name: string): string => (/^[A-Za-z]\w*$/.test(name) ? name : text(name))

const text = (value: unknown): string => JSON.stringify(value).replace(/[$%](?=\{)/g, (sign) => sign + sign)
