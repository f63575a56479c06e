import { AWS_PROVIDER } from '@/lib/cli/terraform'

const REQUIRED = 'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n'

/** The provider, pointed at a server that plays AWS, and two modules. */
export const AWS_CODE = (endpoint: string): Record<string, string> => ({
  'provider.tf': `
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "${AWS_PROVIDER}"
    }
  }
}
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "contract"
  secret_key                  = "contract"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  s3_use_path_style           = true
  endpoints {
    ec2 = "${endpoint}"
    iam = "${endpoint}"
    s3  = "${endpoint}"
    sqs = "${endpoint}"
    sts = "${endpoint}"
  }
}
`,
  'made/main.tf': `${REQUIRED}
resource "aws_s3_bucket" "inner" {
  bucket_prefix = "inner"
}
output "bucket_id" {
  value = aws_s3_bucket.inner.id
}
`,
  'closed/main.tf': `${REQUIRED}
variable "bucket" {
  type = string
}
resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = var.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`,
})

/** Modules have to be known when the folder is made ready, so every version of the code calls them, if only no times. */
const calls = (times: 0 | 1) => `
module "made" {
  source = "./made"
  count  = ${times}
}
module "closed" {
  source   = "./closed"
  for_each = { for n in range(${times}) : tostring(n) => aws_s3_bucket.given[n].id }
  bucket   = each.value
}
module "inner" {
  source = "./closed"
  count  = ${times}
  bucket = module.made[count.index].bucket_id
}
resource "aws_s3_bucket" "given" {
  count         = ${times}
  bucket_prefix = "given"
}
`

const ON = `
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
`

export const WEAK = `${calls(0)}
resource "aws_s3_bucket" "open" {
  bucket = "open-bucket"
}
resource "aws_ebs_volume" "clear" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = false
}
resource "aws_security_group" "open" {
  name = "open"
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`

export const STRONG = `${calls(1)}
resource "aws_s3_bucket" "one" {
  bucket_prefix = "one"
}
resource "aws_s3_bucket_public_access_block" "one" {
  bucket = aws_s3_bucket.one.id
${ON}
}
resource "aws_s3_bucket" "many" {
  for_each      = toset(["a", "b"])
  bucket_prefix = each.key
}
resource "aws_s3_bucket_public_access_block" "many" {
  for_each = aws_s3_bucket.many
  bucket   = each.value.id
${ON}
}
resource "aws_ebs_volume" "closed" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = true
}
resource "aws_sqs_queue" "closed" {
  name                    = "closed"
  sqs_managed_sse_enabled = true
}
resource "aws_security_group" "closed" {
  name = "closed"
}
resource "aws_vpc_security_group_ingress_rule" "closed" {
  security_group_id = aws_security_group.closed.id
  cidr_ipv4         = "10.0.0.0/8"
  ip_protocol       = "-1"
}
`

export const DOUBTFUL = `${calls(0)}
resource "terraform_data" "later" {
}
locals {
  bucket = aws_s3_bucket.some.id
}
resource "aws_s3_bucket" "some" {
  bucket_prefix = "some"
}
resource "aws_s3_bucket_public_access_block" "some" {
  bucket = local.bucket
${ON}
}
resource "aws_ebs_volume" "some" {
  availability_zone = "eu-west-1a"
  size              = 1
}
resource "aws_security_group" "some" {
  name = "some"
  dynamic "ingress" {
    for_each = terraform_data.later.id == "a" ? [1] : [1, 2]
    content {
      protocol    = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
`

export const OUTSIDE = `${calls(0)}
resource "aws_iam_user" "somebody" {
  name = "somebody"
}
`
