-- Posture from the source: connections and their runs, verdicts, findings and what people decided about them.

-- CreateEnum
CREATE TYPE "FindingSeverity" AS ENUM ('critical', 'high', 'medium', 'low', 'info');

-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('open', 'resolved');

-- CreateEnum
CREATE TYPE "ConnectionKind" AS ENUM ('aws', 'kubernetes', 'terraform', 'findings');

-- CreateEnum
CREATE TYPE "RunState" AS ENUM ('queued', 'running', 'evaluating', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "UnitState" AS ENUM ('waiting', 'running', 'ok', 'denied', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('pass', 'fail', 'not_applicable', 'unknown');

-- CreateTable
CREATE TABLE "findings" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "check_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "resource_type" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "resource_name" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "severity" "FindingSeverity" NOT NULL,
    "given_severity" "FindingSeverity" NOT NULL,
    "severity_override" "FindingSeverity",
    "state" "FindingState" NOT NULL DEFAULT 'open',
    "rank" SMALLINT NOT NULL GENERATED ALWAYS AS (CASE "state" WHEN 'open' THEN 0 ELSE 10 END + CASE "severity"
      WHEN 'critical' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 WHEN 'low' THEN 3 ELSE 4 END) STORED,
    "capabilities" TEXT[],
    "layer" "Layer",
    "detail" JSONB NOT NULL,
    "provenance" JSONB,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_run_id" UUID,
    "runs_seen" INTEGER NOT NULL DEFAULT 1,
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "resolved_at" TIMESTAMPTZ(3),
    "owner_id" UUID,
    "owner_name" TEXT,
    "exception_until" DATE,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "finding_events" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_name" TEXT,
    "actor_id" UUID,
    "run_id" UUID,
    "detail" JSONB NOT NULL,

    CONSTRAINT "finding_events_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "finding_exceptions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "owner_id" UUID,
    "owner_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "granted_by" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "finding_exceptions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "finding_counts" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "check_id" TEXT NOT NULL,
    "severity" "FindingSeverity" NOT NULL,
    "state" "FindingState" NOT NULL,
    "layer" TEXT NOT NULL DEFAULT '',
    "capabilities" TEXT NOT NULL DEFAULT '',
    "assigned" BOOLEAN NOT NULL,
    "exception_until" DATE NOT NULL,
    "findings" INTEGER NOT NULL,

    CONSTRAINT "finding_counts_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "finding_imports" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "records" INTEGER NOT NULL,
    "mapped" INTEGER NOT NULL,
    "unmapped" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL,
    "persisting" INTEGER NOT NULL,
    "resolved" INTEGER NOT NULL,
    "reopened" INTEGER NOT NULL,
    "not_findings" JSONB NOT NULL,
    "rejected" INTEGER NOT NULL,
    "rejects" JSONB NOT NULL,
    "assumptions" JSONB NOT NULL,
    "imported_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_imports_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "rule_mappings" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "capability" TEXT NOT NULL DEFAULT '',
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_mappings_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "connections" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ConnectionKind" NOT NULL,
    "deployment_id" UUID,
    "settings" JSONB NOT NULL,
    "sealed_secret" TEXT,
    "schedule" TEXT,
    "jitter_minutes" INTEGER NOT NULL DEFAULT 0,
    "paused_at" TIMESTAMPTZ(3),
    "self_test" JSONB,
    "self_tested_at" TIMESTAMPTZ(3),
    "latest_run_id" UUID,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connections_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "runs" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "state" "RunState" NOT NULL DEFAULT 'queued',
    "trigger" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "cancelled_by" TEXT,
    "cancel_asked_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "totals" JSONB,
    "snapshot" TEXT,
    "formula" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "lease_by" TEXT,

    CONSTRAINT "runs_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "run_units" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "service" TEXT NOT NULL,
    "state" "UnitState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "lease_by" TEXT,
    "not_before" TIMESTAMPTZ(3),
    "step" INTEGER NOT NULL DEFAULT 0,
    "cursor" JSONB,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "items" INTEGER NOT NULL DEFAULT 0,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "busy_ms" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "coverage" JSONB NOT NULL DEFAULT '[]',
    "part" TEXT,
    "part_bytes" INTEGER,

    CONSTRAINT "run_units_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "run_pages" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "run_pages_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "run_events" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "level" TEXT NOT NULL,
    "unit" TEXT,
    "message" TEXT NOT NULL,

    CONSTRAINT "run_events_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "check_verdicts" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "check_id" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "numerator" INTEGER NOT NULL,
    "denominator" INTEGER NOT NULL,
    "undecided" INTEGER NOT NULL,
    "gaps" JSONB NOT NULL,
    "facts_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_verdicts_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "posture_points" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "deployment_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "formula" TEXT NOT NULL,
    "posture" JSONB NOT NULL,

    CONSTRAINT "posture_points_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "check_settings" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "check_id" TEXT NOT NULL,
    "threshold" DOUBLE PRECISION,
    "severity" "FindingSeverity",
    "reason" TEXT NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_settings_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "findings_organization_id_rank_opened_at_id_idx" ON "findings"("organization_id", "rank", "opened_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "findings_organization_id_rank_last_seen_at_id_idx" ON "findings"("organization_id", "rank", "last_seen_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "findings_organization_id_check_id_rank_opened_at_id_idx" ON "findings"("organization_id", "check_id", "rank", "opened_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "findings_organization_id_connection_id_check_id_rank_idx" ON "findings"("organization_id", "connection_id", "check_id", "rank");

-- CreateIndex
CREATE INDEX "findings_organization_id_owner_id_rank_idx" ON "findings"("organization_id", "owner_id", "rank");

-- CreateIndex
CREATE INDEX "findings_organization_id_exception_until_idx" ON "findings"("organization_id", "exception_until");

-- CreateIndex
CREATE INDEX "findings_organization_id_resource_id_idx" ON "findings"("organization_id", "resource_id");

-- CreateIndex
CREATE UNIQUE INDEX "findings_organization_id_connection_id_key_key" ON "findings"("organization_id", "connection_id", "key");

-- CreateIndex
CREATE INDEX "finding_events_organization_id_finding_id_at_idx" ON "finding_events"("organization_id", "finding_id", "at");

-- CreateIndex
CREATE INDEX "finding_exceptions_organization_id_finding_id_idx" ON "finding_exceptions"("organization_id", "finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_counts_sort_key" ON "finding_counts"("organization_id", "connection_id", "check_id", "severity", "state", "layer", "capabilities", "assigned", "exception_until");

-- CreateIndex
CREATE INDEX "finding_imports_organization_id_created_at_id_idx" ON "finding_imports"("organization_id", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_mappings_organization_id_product_rule_key" ON "rule_mappings"("organization_id", "product", "rule");

-- CreateIndex
CREATE UNIQUE INDEX "connections_organization_id_name_key" ON "connections"("organization_id", "name");

-- CreateIndex
CREATE INDEX "runs_organization_id_connection_id_created_at_idx" ON "runs"("organization_id", "connection_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "runs_organization_id_created_at_id_idx" ON "runs"("organization_id", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "run_units_organization_id_run_id_account_region_service_key" ON "run_units"("organization_id", "run_id", "account", "region", "service");

-- CreateIndex
CREATE UNIQUE INDEX "run_pages_organization_id_unit_id_seq_key" ON "run_pages"("organization_id", "unit_id", "seq");

-- CreateIndex
CREATE INDEX "run_events_organization_id_run_id_id_idx" ON "run_events"("organization_id", "run_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "check_verdicts_organization_id_run_id_check_id_account_key" ON "check_verdicts"("organization_id", "run_id", "check_id", "account");

-- CreateIndex
CREATE INDEX "posture_points_organization_id_deployment_id_at_idx" ON "posture_points"("organization_id", "deployment_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "check_settings_organization_id_check_id_key" ON "check_settings"("organization_id", "check_id");

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connections"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding_events" ADD CONSTRAINT "finding_events_organization_id_finding_id_fkey" FOREIGN KEY ("organization_id", "finding_id") REFERENCES "findings"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding_exceptions" ADD CONSTRAINT "finding_exceptions_organization_id_finding_id_fkey" FOREIGN KEY ("organization_id", "finding_id") REFERENCES "findings"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding_counts" ADD CONSTRAINT "finding_counts_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connections"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding_imports" ADD CONSTRAINT "finding_imports_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connections"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rule_mappings" ADD CONSTRAINT "rule_mappings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "connections" ADD CONSTRAINT "connections_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "connections" ADD CONSTRAINT "connections_organization_id_deployment_id_fkey" FOREIGN KEY ("organization_id", "deployment_id") REFERENCES "deployments"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connections"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "run_units" ADD CONSTRAINT "run_units_organization_id_run_id_fkey" FOREIGN KEY ("organization_id", "run_id") REFERENCES "runs"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "run_pages" ADD CONSTRAINT "run_pages_organization_id_unit_id_fkey" FOREIGN KEY ("organization_id", "unit_id") REFERENCES "run_units"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "run_events" ADD CONSTRAINT "run_events_organization_id_run_id_fkey" FOREIGN KEY ("organization_id", "run_id") REFERENCES "runs"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "check_verdicts" ADD CONSTRAINT "check_verdicts_organization_id_run_id_fkey" FOREIGN KEY ("organization_id", "run_id") REFERENCES "runs"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "posture_points" ADD CONSTRAINT "posture_points_organization_id_run_id_fkey" FOREIGN KEY ("organization_id", "run_id") REFERENCES "runs"("organization_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "check_settings" ADD CONSTRAINT "check_settings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- The walls, as in the first migration.
ALTER TABLE "findings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "findings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "findings"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "finding_events" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "finding_events" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "finding_events"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "finding_exceptions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "finding_exceptions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "finding_exceptions"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "finding_counts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "finding_counts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "finding_counts"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "finding_imports" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "finding_imports" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "finding_imports"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "rule_mappings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rule_mappings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "rule_mappings"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "connections" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "connections"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "runs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "runs" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "runs"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "run_units" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "run_units" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "run_units"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "run_pages" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "run_pages" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "run_pages"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "run_events" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "run_events" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "run_events"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "check_verdicts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "check_verdicts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "check_verdicts"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "posture_points" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "posture_points" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "posture_points"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

ALTER TABLE "check_settings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "check_settings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "check_settings"
  USING ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]))
  WITH CHECK ("organization_id" = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[]));

-- What was seen and what was said can be added to and read, and nothing else.
GRANT SELECT, INSERT, UPDATE, DELETE ON "findings" TO "proofline_app";
GRANT SELECT, INSERT ON "finding_events" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "finding_exceptions" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "finding_counts" TO "proofline_app";
GRANT SELECT, INSERT ON "finding_imports" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "rule_mappings" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "connections" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "runs" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "run_units" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "run_pages" TO "proofline_app";
GRANT SELECT, INSERT ON "run_events" TO "proofline_app";
GRANT SELECT, INSERT ON "check_verdicts" TO "proofline_app";
GRANT SELECT, INSERT ON "posture_points" TO "proofline_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "check_settings" TO "proofline_app";
