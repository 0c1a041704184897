-- Nobody is listed yet.
ALTER TABLE "register_listing" ADD COLUMN "code" TEXT NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "register_listing_code_key" ON "register_listing"("code");
