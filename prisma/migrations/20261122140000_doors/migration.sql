-- People prove who they are, every request is decided anew, every act is chained: the tables of the product's own doors.

-- DropIndex
DROP INDEX "sessions_user_id_idx";

-- AlterTable
ALTER TABLE "organization_directory" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "memberships" ADD COLUMN "elevated_role" "Role",
ADD COLUMN "elevated_until" TIMESTAMPTZ(3),
ADD COLUMN "last_used_at" TIMESTAMPTZ(3),
ADD COLUMN "notices_seen_at" TIMESTAMPTZ(3),
ADD COLUMN "reviewed_at" TIMESTAMPTZ(3),
ADD COLUMN "source" TEXT NOT NULL DEFAULT 'manual';

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN "acr" TEXT,
ADD COLUMN "address" TEXT,
ADD COLUMN "amr" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "browser" TEXT,
ADD COLUMN "last_address" TEXT,
ADD COLUMN "method" TEXT NOT NULL DEFAULT 'link',
ADD COLUMN "proven_at" TIMESTAMPTZ(3),
ADD COLUMN "provider" TEXT,
ADD COLUMN "revoked_for" TEXT,
ADD COLUMN "user_agent" TEXT;

-- AlterTable
ALTER TABLE "signing_keys" ADD COLUMN "purpose" TEXT NOT NULL DEFAULT 'access-token',
ADD COLUMN "replaced_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN "access_rules" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN "address" TEXT,
ADD COLUMN "after_digest" TEXT,
ADD COLUMN "before_digest" TEXT,
ADD COLUMN "decision" JSONB,
ADD COLUMN "hash" TEXT,
ADD COLUMN "previous_hash" TEXT,
ADD COLUMN "seq" BIGINT,
ADD COLUMN "session_id" UUID;

-- CreateTable
CREATE TABLE "passkeys" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "aaguid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identities" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "identities_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "identity_providers" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "sealed_secret" TEXT,
    "scopes" TEXT[],
    "group_claim" TEXT,
    "email_domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_providers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenges" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "user_id" UUID,
    "session_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "challenges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_signals" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "subject" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "risk_signals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "used_tokens" (
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "used_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE UNLOGGED TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_chains" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kid" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "audit_chains_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_checkpoints" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kid" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "audit_checkpoints_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "access_decisions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "session_id" UUID,
    "address" TEXT,
    "action" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "reasons" TEXT[],
    "sampled" BOOLEAN NOT NULL,
    "policy" TEXT NOT NULL,
    "input" JSONB NOT NULL,

    CONSTRAINT "access_decisions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "elevations" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "from_role" "Role" NOT NULL,
    "role" "Role" NOT NULL,
    "hours" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "elevations_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "trust_rules" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "subject_pattern" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "jwks_url" TEXT,
    "jwks" JSONB,
    "one_use" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "trust_rules_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "group_roles" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "role" "Role" NOT NULL,

    CONSTRAINT "group_roles_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "access_tokens" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "trust_rule_id" UUID,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "network" TEXT,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_tokens_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "data_keys" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "wrapped" TEXT NOT NULL,
    "wrapped_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_keys_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys"("credential_id");

-- CreateIndex
CREATE INDEX "passkeys_user_id_idx" ON "passkeys"("user_id");

-- CreateIndex
CREATE INDEX "identities_user_id_idx" ON "identities"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_providers_issuer_key" ON "identity_providers"("issuer");

-- CreateIndex
CREATE UNIQUE INDEX "challenges_challenge_key" ON "challenges"("challenge");

-- CreateIndex
CREATE INDEX "challenges_expires_at_idx" ON "challenges"("expires_at");

-- CreateIndex
CREATE INDEX "risk_signals_subject_at_idx" ON "risk_signals"("subject", "at");

-- CreateIndex
CREATE INDEX "used_tokens_expires_at_idx" ON "used_tokens"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_chains_organization_id_key" ON "audit_chains"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_checkpoints_organization_id_seq_key" ON "audit_checkpoints"("organization_id", "seq");

-- CreateIndex
CREATE INDEX "access_decisions_organization_id_effect_id_idx" ON "access_decisions"("organization_id", "effect", "id");

-- CreateIndex
CREATE INDEX "elevations_organization_id_state_requested_at_idx" ON "elevations"("organization_id", "state", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "trust_rules_organization_id_name_key" ON "trust_rules"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "group_roles_organization_id_provider_group_key" ON "group_roles"("organization_id", "provider", "group");

-- CreateIndex
CREATE INDEX "access_tokens_organization_id_issued_at_idx" ON "access_tokens"("organization_id", "issued_at");

-- CreateIndex
CREATE INDEX "sessions_user_id_created_at_idx" ON "sessions"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_organization_id_action_seq_idx" ON "audit_entries"("organization_id", "action", "seq");

-- CreateIndex
CREATE INDEX "audit_entries_organization_id_subject_seq_idx" ON "audit_entries"("organization_id", "subject", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_organization_id_seq_key" ON "audit_entries"("organization_id", "seq");

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;

-- AddForeignKey
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_signals" ADD CONSTRAINT "risk_signals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_chains" ADD CONSTRAINT "audit_chains_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_checkpoints" ADD CONSTRAINT "audit_checkpoints_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT;

-- AddForeignKey
ALTER TABLE "access_decisions" ADD CONSTRAINT "access_decisions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT;

-- AddForeignKey
ALTER TABLE "elevations" ADD CONSTRAINT "elevations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE;

-- AddForeignKey
ALTER TABLE "elevations" ADD CONSTRAINT "elevations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_rules" ADD CONSTRAINT "trust_rules_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE;

-- AddForeignKey
ALTER TABLE "group_roles" ADD CONSTRAINT "group_roles_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE;

-- AddForeignKey
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE;

-- AddForeignKey
ALTER TABLE "data_keys" ADD CONSTRAINT "data_keys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE;

-- Auditors are always time-boxed. Those who were not get ninety days, in which an administrator can decide anew.
UPDATE "memberships" SET "expires_at" = now() + interval '90 days' WHERE "role" = 'auditor' AND "expires_at" IS NULL;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_auditors_expire" CHECK ("role" <> 'auditor' OR "expires_at" IS NOT NULL);
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_elevation_ends" CHECK (("elevated_role" IS NULL) = ("elevated_until" IS NULL));

-- The walls, as in the first migration.
ALTER TABLE "audit_chains" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_chains" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "audit_chains"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "audit_checkpoints" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_checkpoints" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "audit_checkpoints"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "access_decisions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "access_decisions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "access_decisions"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "elevations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "elevations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "elevations"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "trust_rules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "trust_rules" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "trust_rules"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "group_roles" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "group_roles" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "group_roles"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "access_tokens" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "access_tokens" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "access_tokens"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "data_keys" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "data_keys" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "data_keys"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

-- What was decided and what was signed can be added to and read, and nothing else. The head of a chain moves on.
GRANT SELECT, INSERT, UPDATE, DELETE ON "passkeys" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "identities" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "identity_providers" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "challenges" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "risk_signals" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "used_tokens" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_limits" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "elevations" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "trust_rules" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "group_roles" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "access_tokens" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "data_keys" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE ON "audit_chains" TO "proofline_app";
GRANT SELECT, INSERT ON "audit_checkpoints" TO "proofline_app";
GRANT SELECT, INSERT ON "access_decisions" TO "proofline_app";
