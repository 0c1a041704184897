-- AlterTable. Entries from before have the transaction of this migration, and so are sealed at the first run.
ALTER TABLE "audit_entry" ADD COLUMN "salt" UUID DEFAULT gen_random_uuid(),
ADD COLUMN "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- CreateTable
CREATE TABLE "audit_seal" (
    "position" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "details_digest" TEXT NOT NULL,
    "record_digest" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "audit_checkpoint" (
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "installation" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "sealed_below" xid8 NOT NULL,

    CONSTRAINT "audit_checkpoint_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_entry_id_key" ON "audit_seal"("entry_id");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_xid_idx" ON "audit_entry"("xid");

-- AddForeignKey
ALTER TABLE "audit_checkpoint" ADD CONSTRAINT "audit_checkpoint_position_fkey" FOREIGN KEY ("position") REFERENCES "audit_seal"("position") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema cannot say ------------------------------------------------------------

CREATE TRIGGER "audit_seal_append_only" BEFORE UPDATE OR DELETE ON "audit_seal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_checkpoint_append_only" BEFORE UPDATE OR DELETE ON "audit_checkpoint" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An entry stays as it is, but its details can be erased: they go with the salt, without which their digest in the chain tells nothing.
CREATE FUNCTION refuse_change_but_erasure_of_details() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.details <> '{}'::jsonb OR NEW.salt IS NOT NULL OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.actor_id IS DISTINCT FROM OLD.actor_id
    OR NEW.action <> OLD.action OR NEW.object_kind <> OLD.object_kind OR NEW.object_id <> OLD.object_id
    OR NEW.request_id IS DISTINCT FROM OLD.request_id OR NEW.xid <> OLD.xid
  THEN
    RAISE EXCEPTION 'rows of audit_entry are never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;

DROP TRIGGER "audit_entry_append_only" ON "audit_entry";
CREATE TRIGGER "audit_entry_append_only" BEFORE DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_entry_frozen" BEFORE UPDATE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure_of_details();

-- The application may not update audit entries. This is the one change that it can ask for.
CREATE FUNCTION erase_audit_details(kind text, id text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.audit_entry SET details = '{}', salt = NULL WHERE object_kind = $1 AND object_id = $2 AND salt IS NOT NULL;
$$;
