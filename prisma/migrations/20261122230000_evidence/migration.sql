-- CreateEnum
CREATE TYPE "AuditRequestState" AS ENUM ('open', 'answered', 'accepted', 'withdrawn');

-- CreateEnum
CREATE TYPE "PackState" AS ENUM ('queued', 'building', 'done', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "scoped" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "signing_keys" ADD COLUMN     "revoked_at" TIMESTAMPTZ(3),
ADD COLUMN     "revoked_for" TEXT;

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "runs" ADD COLUMN     "snapshot_removed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "audit_engagements" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "frameworks" TEXT[],
    "deployment_ids" UUID[],
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "audit_engagements_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_requests" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "engagement_id" UUID,
    "framework" TEXT NOT NULL,
    "requirement" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "AuditRequestState" NOT NULL DEFAULT 'open',
    "due_on" DATE,
    "asked_by" TEXT NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "audit_requests_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_request_entries" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_id" UUID,

    CONSTRAINT "audit_request_entries_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_request_files" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "audit_request_files_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "custom_frameworks" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "requirements" JSONB NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '[]',
    "imported_by" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custom_frameworks_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "report_styles" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT,
    "colour" TEXT,
    "logo_sha256" TEXT,
    "logo_type" TEXT,
    "logo_width" INTEGER,
    "logo_height" INTEGER,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_styles_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evidence_packs" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "deployment_ids" UUID[],
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "sampling" JSONB NOT NULL,
    "engagement_id" UUID,
    "state" "PackState" NOT NULL DEFAULT 'queued',
    "requested_by" TEXT NOT NULL,
    "requested_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "progress" JSONB,
    "cancel_asked_at" TIMESTAMPTZ(3),
    "cancelled_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "lease_by" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "sha256" TEXT,
    "bytes" BIGINT,
    "files" INTEGER,
    "reused_bytes" BIGINT,
    "gaps" INTEGER,
    "manifest" TEXT,
    "kid" TEXT,
    "timestamped_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_packs_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "statements" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "deployment_id" UUID,
    "predicate_type" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "kid" TEXT NOT NULL,
    "inputs" TEXT NOT NULL,
    "inputs_sha256" TEXT NOT NULL,
    "envelope" JSONB NOT NULL,

    CONSTRAINT "statements_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "retention_rules" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "keep_days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_rules_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "legal_holds" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "kinds" TEXT[],
    "from_day" DATE,
    "to_day" DATE,
    "placed_by" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by" TEXT,
    "released_at" TIMESTAMPTZ(3),
    "release_reason" TEXT,

    CONSTRAINT "legal_holds_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "removals" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "planned_by" TEXT NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "report" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "removed" JSONB,

    CONSTRAINT "removals_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "audit_engagements_organization_id_user_id_idx" ON "audit_engagements"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "audit_requests_organization_id_state_asked_at_id_idx" ON "audit_requests"("organization_id", "state", "asked_at" DESC, "id");

-- CreateIndex
CREATE INDEX "audit_requests_organization_id_framework_requirement_idx" ON "audit_requests"("organization_id", "framework", "requirement");

-- CreateIndex
CREATE INDEX "audit_request_entries_organization_id_request_id_at_idx" ON "audit_request_entries"("organization_id", "request_id", "at");

-- CreateIndex
CREATE INDEX "audit_request_files_organization_id_entry_id_idx" ON "audit_request_files"("organization_id", "entry_id");

-- CreateIndex
CREATE INDEX "audit_request_files_organization_id_sha256_idx" ON "audit_request_files"("organization_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "custom_frameworks_organization_id_slug_key" ON "custom_frameworks"("organization_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "report_styles_organization_id_key" ON "report_styles"("organization_id");

-- CreateIndex
CREATE INDEX "evidence_packs_organization_id_created_at_id_idx" ON "evidence_packs"("organization_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "statements_organization_id_kind_subject_id_idx" ON "statements"("organization_id", "kind", "subject_id");

-- CreateIndex
CREATE INDEX "statements_organization_id_day_id_idx" ON "statements"("organization_id", "day", "id");

-- CreateIndex
CREATE UNIQUE INDEX "retention_rules_organization_id_kind_key" ON "retention_rules"("organization_id", "kind");

-- CreateIndex
CREATE INDEX "removals_organization_id_planned_at_idx" ON "removals"("organization_id", "planned_at" DESC);

-- AddForeignKey
ALTER TABLE "audit_engagements" ADD CONSTRAINT "audit_engagements_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_requests" ADD CONSTRAINT "audit_requests_organization_id_engagement_id_fkey" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "audit_engagements"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_request_entries" ADD CONSTRAINT "audit_request_entries_organization_id_request_id_fkey" FOREIGN KEY ("organization_id", "request_id") REFERENCES "audit_requests"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_request_files" ADD CONSTRAINT "audit_request_files_organization_id_entry_id_fkey" FOREIGN KEY ("organization_id", "entry_id") REFERENCES "audit_request_entries"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "custom_frameworks" ADD CONSTRAINT "custom_frameworks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report_styles" ADD CONSTRAINT "report_styles_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evidence_packs" ADD CONSTRAINT "evidence_packs_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_rules_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "removals" ADD CONSTRAINT "removals_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- The walls, as in the first migration.
ALTER TABLE "evidence_packs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_packs" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "evidence_packs"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "statements" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "statements" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "statements"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "audit_engagements" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_engagements" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "audit_engagements"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "audit_requests" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_requests" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "audit_requests"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "audit_request_entries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_request_entries" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "audit_request_entries"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "audit_request_files" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_request_files" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "audit_request_files"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "custom_frameworks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "custom_frameworks" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "custom_frameworks"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "report_styles" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "report_styles" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "report_styles"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "retention_rules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "retention_rules" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "retention_rules"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "legal_holds" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "legal_holds" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "legal_holds"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "removals" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "removals" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "removals"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

-- What was stated or said is never changed.
GRANT SELECT, INSERT, UPDATE, DELETE ON "evidence_packs" TO "proofline_app";
GRANT SELECT, INSERT ON "statements" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "audit_engagements" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "audit_requests" TO "proofline_app";
GRANT SELECT, INSERT ON "audit_request_entries" TO "proofline_app";
GRANT SELECT, INSERT ON "audit_request_files" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "custom_frameworks" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_styles" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "retention_rules" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "legal_holds" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "removals" TO "proofline_app";
-- What a retention rule may remove after its time. The audit log is not among it.
GRANT DELETE ON "access_decisions" TO "proofline_app";
GRANT DELETE ON "run_events" TO "proofline_app";
