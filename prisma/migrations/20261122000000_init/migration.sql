-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AssessmentState" AS ENUM ('draft', 'submitted', 'approved');

-- CreateEnum
CREATE TYPE "AnswerStatus" AS ENUM ('assessed', 'not_applicable');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('link', 'file');

-- CreateEnum
CREATE TYPE "Layer" AS ENUM ('IAM', 'NET', 'MON', 'POL', 'DAT');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'assessor', 'auditor', 'admin');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('critical', 'high', 'medium', 'low', 'unknown');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('incidents', 'audits');

-- CreateEnum
CREATE TYPE "Sector" AS ENUM ('financial', 'healthcare', 'technology', 'government', 'other');

-- CreateTable
CREATE TABLE "assessments" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deployment_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "state" "AssessmentState" NOT NULL DEFAULT 'draft',
    "framework" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "submitted_by" TEXT,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "returned_because" TEXT,
    "maturity" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "answers" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "capability" TEXT NOT NULL,
    "status" "AnswerStatus" NOT NULL,
    "stage" SMALLINT,
    "target_stage" SMALLINT,
    "rationale" TEXT NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "media_type" TEXT,
    "bytes" INTEGER,
    "sha256" TEXT,
    "collected_on" DATE NOT NULL,
    "expires_on" DATE,
    "collector" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "deployments" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deployments_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "layer_rollouts" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deployment_id" UUID NOT NULL,
    "layer" "Layer" NOT NULL,
    "began_on" DATE,
    "live_on" DATE,

    CONSTRAINT "layer_rollouts_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "organization_directory" (
    "organization_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "organization_directory_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_links" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "signing_keys" (
    "kid" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "sealed_private" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "import_batches" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "updated" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "rejects" JSONB NOT NULL,
    "imported_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "import_revisions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "previous" JSONB NOT NULL,

    CONSTRAINT "import_revisions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "deployment_id" UUID,
    "title" TEXT,
    "severity" "Severity" NOT NULL,
    "layer" "Layer",
    "occurred_at" TIMESTAMPTZ(3),
    "detected_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "contained_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "import_batch_id" UUID,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "compliance_audits" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "deployment_id" UUID,
    "framework" TEXT NOT NULL,
    "audited_on" DATE NOT NULL,
    "assessed" INTEGER NOT NULL,
    "passed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "not_applicable" INTEGER NOT NULL,
    "import_batch_id" UUID,

    CONSTRAINT "compliance_audits_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "monthly_metrics" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deployment_id" UUID,
    "month" DATE NOT NULL,
    "formula" TEXT NOT NULL,
    "incidents" INTEGER,
    "unknown_onset" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "detect_n" INTEGER NOT NULL,
    "detect_median" DOUBLE PRECISION,
    "detect_mean" DOUBLE PRECISION,
    "detect_p90" DOUBLE PRECISION,
    "resolve_n" INTEGER NOT NULL,
    "resolve_median" DOUBLE PRECISION,
    "resolve_mean" DOUBLE PRECISION,
    "resolve_p90" DOUBLE PRECISION,
    "audits" INTEGER NOT NULL,
    "controls_assessed" INTEGER NOT NULL,
    "controls_passed" INTEGER NOT NULL,
    "controls_failed" INTEGER NOT NULL,
    "controls_not_applicable" INTEGER NOT NULL,

    CONSTRAINT "monthly_metrics_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sector" "Sector" NOT NULL,
    "headcount" INTEGER,
    "clouds" TEXT[],
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "assessments_organization_id_deployment_id_as_of_idx" ON "assessments"("organization_id", "deployment_id", "as_of" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "answers_organization_id_assessment_id_capability_key" ON "answers"("organization_id", "assessment_id", "capability");

-- CreateIndex
CREATE INDEX "evidence_organization_id_answer_id_idx" ON "evidence"("organization_id", "answer_id");

-- CreateIndex
CREATE UNIQUE INDEX "deployments_organization_id_slug_key" ON "deployments"("organization_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "layer_rollouts_organization_id_deployment_id_layer_key" ON "layer_rollouts"("organization_id", "deployment_id", "layer");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_directory_slug_key" ON "organization_directory"("slug");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_links_user_id_idx" ON "sign_in_links"("user_id");

-- CreateIndex
CREATE INDEX "import_revisions_organization_id_batch_id_idx" ON "import_revisions"("organization_id", "batch_id");

-- CreateIndex
CREATE INDEX "incidents_organization_id_counted_at_id_idx" ON "incidents"("organization_id", "counted_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "incidents_organization_id_source_external_id_key" ON "incidents"("organization_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "compliance_audits_organization_id_audited_on_id_idx" ON "compliance_audits"("organization_id", "audited_on" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "compliance_audits_organization_id_source_external_id_key" ON "compliance_audits"("organization_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "monthly_metrics_organization_id_deployment_id_month_idx" ON "monthly_metrics"("organization_id", "deployment_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_keys_organization_id_actor_key_key" ON "idempotency_keys"("organization_id", "actor", "key");

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organization_id_deployment_id_fkey" FOREIGN KEY ("organization_id", "deployment_id") REFERENCES "deployments"("organization_id", "id") ON DELETE RESTRICT ;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_answer_id_fkey" FOREIGN KEY ("organization_id", "answer_id") REFERENCES "answers"("organization_id", "id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "layer_rollouts" ADD CONSTRAINT "layer_rollouts_organization_id_deployment_id_fkey" FOREIGN KEY ("organization_id", "deployment_id") REFERENCES "deployments"("organization_id", "id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization_directory"("organization_id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "organization_directory" ADD CONSTRAINT "organization_directory_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "import_revisions" ADD CONSTRAINT "import_revisions_organization_id_batch_id_fkey" FOREIGN KEY ("organization_id", "batch_id") REFERENCES "import_batches"("organization_id", "id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_organization_id_deployment_id_fkey" FOREIGN KEY ("organization_id", "deployment_id") REFERENCES "deployments"("organization_id", "id") ON DELETE NO ACTION ;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_organization_id_import_batch_id_fkey" FOREIGN KEY ("organization_id", "import_batch_id") REFERENCES "import_batches"("organization_id", "id") ON DELETE NO ACTION ;

-- AddForeignKey
ALTER TABLE "compliance_audits" ADD CONSTRAINT "compliance_audits_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "compliance_audits" ADD CONSTRAINT "compliance_audits_organization_id_deployment_id_fkey" FOREIGN KEY ("organization_id", "deployment_id") REFERENCES "deployments"("organization_id", "id") ON DELETE NO ACTION ;

-- AddForeignKey
ALTER TABLE "compliance_audits" ADD CONSTRAINT "compliance_audits_organization_id_import_batch_id_fkey" FOREIGN KEY ("organization_id", "import_batch_id") REFERENCES "import_batches"("organization_id", "id") ON DELETE NO ACTION ;

-- AddForeignKey
ALTER TABLE "monthly_metrics" ADD CONSTRAINT "monthly_metrics_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "monthly_metrics" ADD CONSTRAINT "monthly_metrics_organization_id_deployment_id_fkey" FOREIGN KEY ("organization_id", "deployment_id") REFERENCES "deployments"("organization_id", "id") ON DELETE CASCADE ;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ;


-- The walls. A tenant table shows a transaction only the organizations it has named with
-- SET LOCAL app.organization_ids; a transaction that named none sees no rows and can write none.
-- The migrating role owns the tables and is held by the same policies (FORCE).
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organizations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "organizations"
  USING ("id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "deployments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "deployments" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "deployments"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "layer_rollouts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "layer_rollouts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "layer_rollouts"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "assessments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "assessments" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "assessments"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "answers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "answers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "answers"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "evidence"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "incidents" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "incidents" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "incidents"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "compliance_audits" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "compliance_audits" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "compliance_audits"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "monthly_metrics" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "monthly_metrics" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "monthly_metrics"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "import_batches" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_batches" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "import_batches"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "import_revisions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_revisions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "import_revisions"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_entries" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "audit_entries"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "idempotency_keys"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

-- The application's role owns nothing and gets what it uses. The audit log is append-only because nobody may change it.
GRANT USAGE ON SCHEMA "public" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "users" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "memberships" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "organization_directory" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "sessions" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "sign_in_links" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "signing_keys" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "organizations" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "deployments" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "layer_rollouts" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "assessments" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "answers" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "evidence" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "incidents" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "compliance_audits" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "monthly_metrics" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_batches" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_revisions" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "idempotency_keys" TO "proofline_app";
GRANT SELECT, INSERT ON "audit_entries" TO "proofline_app";
