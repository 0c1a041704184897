-- CreateEnum
CREATE TYPE "order_session" AS ENUM ('none', 'open', 'complete', 'expired');

-- CreateEnum
CREATE TYPE "order_dispute" AS ENUM ('none', 'open', 'won', 'lost');

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "order_id" UUID;

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "course_title" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "price_minor" INTEGER NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "session_id" TEXT,
    "session_url" TEXT,
    "payment_id" TEXT,
    "session" "order_session" NOT NULL DEFAULT 'none',
    "is_paid" BOOLEAN NOT NULL DEFAULT false,
    "paid_at" TIMESTAMPTZ(3),
    "total_minor" INTEGER,
    "refunded_minor" INTEGER NOT NULL DEFAULT 0,
    "dispute" "order_dispute" NOT NULL DEFAULT 'none',
    "receipt_url" TEXT,
    "look_ticket" INTEGER NOT NULL DEFAULT 0,
    "look_written" INTEGER NOT NULL DEFAULT 0,
    "looked_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_refund" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "stripe_id" TEXT,
    "refused_as" TEXT,

    CONSTRAINT "order_refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_movement" (
    "id" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "fee_minor" INTEGER NOT NULL,
    "net_minor" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_movement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "order_session_id_key" ON "order"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_payment_id_key" ON "order"("payment_id");

-- CreateIndex
CREATE INDEX "order_user_id_placed_at_idx" ON "order"("user_id", "placed_at");

-- CreateIndex
CREATE INDEX "order_placed_at_idx" ON "order"("placed_at");

-- CreateIndex
CREATE UNIQUE INDEX "order_refund_stripe_id_key" ON "order_refund"("stripe_id");

-- CreateIndex
CREATE INDEX "order_refund_order_id_idx" ON "order_refund"("order_id");

-- CreateIndex
CREATE INDEX "order_movement_order_id_idx" ON "order_movement"("order_id");

-- CreateIndex
CREATE INDEX "order_movement_at_idx" ON "order_movement"("at");

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_refund" ADD CONSTRAINT "order_refund_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_refund" ADD CONSTRAINT "order_refund_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_movement" ADD CONSTRAINT "order_movement_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
