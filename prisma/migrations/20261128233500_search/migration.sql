-- A trusted extension of PostgreSQL's own: whoever owns the database may make it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "search_document" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "print" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "also" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "courses" TEXT[],
    "public_vector" tsvector NOT NULL,
    "full_vector" tsvector NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "search_document_item_id_idx" ON "search_document"("item_id");

-- CreateIndex
CREATE INDEX "search_document_public_vector_idx" ON "search_document" USING GIN ("public_vector");

-- CreateIndex
CREATE INDEX "search_document_full_vector_idx" ON "search_document" USING GIN ("full_vector");

-- CreateIndex
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "content_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema cannot say ------------------------------------------------------------

ALTER TABLE "search_document" ADD CONSTRAINT "search_document_kind_known" CHECK ("kind" IN ('course', 'lesson', 'vignette', 'term'));
