import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { terraformPlugins } from '@/lib/env/terraform-plugins'
import { findMoto, HOW_TO_GET_MOTO } from './moto'
import { run } from './tool'

export const AWS_PROVIDER = '5.100.0'
const PROVIDER = join('registry.terraform.io', 'hashicorp', 'aws', AWS_PROVIDER)

/** The `terraform` on the path, when it runs; else why there is none. */
export async function findTerraform(): Promise<{ terraform: string } | { absent: string }> {
  const { code } = await run('terraform', ['version'])
  if (code === 0) return { terraform: 'terraform' }
  return { absent: 'terraform is not on the path (https://developer.hashicorp.com/terraform/install)' }
}

/** The folder that holds the AWS provider, where Terraform and moto run as well; else why not. */
export async function findAwsProvider(): Promise<{ plugins: string } | { absent: string }> {
  const terraform = await findTerraform()
  if ('absent' in terraform) return terraform
  const moto = await findMoto()
  if ('absent' in moto) return { absent: `${moto.absent} (${HOW_TO_GET_MOTO})` }
  const plugins = terraformPlugins()
  const absent = `TF_PLUGIN_DIR names no folder with the AWS provider ${AWS_PROVIDER} (terraform providers mirror)`
  return plugins !== null && existsSync(join(plugins, PROVIDER)) ? { plugins } : { absent }
}
