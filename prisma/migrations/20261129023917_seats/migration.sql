-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "seat_id" UUID;

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "billing_address" TEXT NOT NULL,
    "billing_email" TEXT NOT NULL,
    "vat_number" TEXT NOT NULL DEFAULT '',
    "is_on_account" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_manager" (
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_manager_pkey" PRIMARY KEY ("organisation_id","user_id")
);

-- CreateTable
CREATE TABLE "seat_purchase" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "price_minor" INTEGER NOT NULL,
    "placed_by_id" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "order_id" UUID,
    "claim_hash" TEXT,

    CONSTRAINT "seat_purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_invoice" (
    "id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "billed_name" TEXT NOT NULL,
    "billed_address" TEXT NOT NULL,
    "billed_vat" TEXT NOT NULL DEFAULT '',
    "po_reference" TEXT NOT NULL DEFAULT '',
    "paid_at" TIMESTAMPTZ(3),
    "paid_reference" TEXT NOT NULL DEFAULT '',
    "refunded_minor" INTEGER NOT NULL DEFAULT 0,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "seat_invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_invoice_movement" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seat_invoice_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "email" TEXT,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "claim_hash" TEXT,
    "mail_state" "mail_state" NOT NULL DEFAULT 'none',
    "user_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_manager_user_id_idx" ON "organisation_manager"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_purchase_order_id_key" ON "seat_purchase"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_purchase_claim_hash_key" ON "seat_purchase"("claim_hash");

-- CreateIndex
CREATE INDEX "seat_purchase_organisation_id_idx" ON "seat_purchase"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_invoice_purchase_id_key" ON "seat_invoice"("purchase_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_invoice_number_key" ON "seat_invoice"("number");

-- CreateIndex
CREATE INDEX "seat_invoice_due_on_idx" ON "seat_invoice"("due_on");

-- CreateIndex
CREATE INDEX "seat_invoice_movement_invoice_id_idx" ON "seat_invoice_movement"("invoice_id");

-- CreateIndex
CREATE INDEX "seat_invoice_movement_at_idx" ON "seat_invoice_movement"("at");

-- CreateIndex
CREATE UNIQUE INDEX "seat_claim_hash_key" ON "seat"("claim_hash");

-- CreateIndex
CREATE INDEX "seat_purchase_id_idx" ON "seat"("purchase_id");

-- CreateIndex
CREATE INDEX "seat_user_id_idx" ON "seat"("user_id");

-- CreateIndex
CREATE INDEX "seat_email_idx" ON "seat"("email");

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_manager" ADD CONSTRAINT "organisation_manager_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_manager" ADD CONSTRAINT "organisation_manager_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_purchase" ADD CONSTRAINT "seat_purchase_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_purchase" ADD CONSTRAINT "seat_purchase_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_purchase" ADD CONSTRAINT "seat_purchase_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_invoice" ADD CONSTRAINT "seat_invoice_purchase_id_fkey" FOREIGN KEY ("purchase_id") REFERENCES "seat_purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_invoice_movement" ADD CONSTRAINT "seat_invoice_movement_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "seat_invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_purchase_id_fkey" FOREIGN KEY ("purchase_id") REFERENCES "seat_purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
