/** The folder of provider plugins that the contract with Terraform is tried with; null when TF_PLUGIN_DIR names none. */
export const terraformPlugins = (): string | null => process.env.TF_PLUGIN_DIR?.trim() || null
