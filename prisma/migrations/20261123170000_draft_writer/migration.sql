-- Drafts tell which open page wrote them, so that a page whose answer got lost does not conflict with itself.
ALTER TABLE "draft" ADD COLUMN "writer" TEXT NOT NULL,
ADD COLUMN "revision" INTEGER NOT NULL;
