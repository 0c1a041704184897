-- CreateTable
CREATE TABLE "monthly_reminder" (
    "user_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "monthly_reminder_pkey" PRIMARY KEY ("user_id","month")
);

-- AddForeignKey
ALTER TABLE "monthly_reminder" ADD CONSTRAINT "monthly_reminder_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
