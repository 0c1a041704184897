-- CreateEnum
CREATE TYPE "order_arrears" AS ENUM ('none', 'grace', 'suspended');

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "arrears" "order_arrears" NOT NULL DEFAULT 'none',
ADD COLUMN     "arrears_since" TIMESTAMPTZ(3),
ADD COLUMN     "grace_days" INTEGER,
ADD COLUMN     "instalments" INTEGER,
ADD COLUMN     "instalments_paid" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "pay_url" TEXT,
ADD COLUMN     "subscription_id" TEXT;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "stripe_customer_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "order_subscription_id_key" ON "order"("subscription_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_stripe_customer_id_key" ON "user"("stripe_customer_id");
