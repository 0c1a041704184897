-- The words of the field are content of their own: one item, published as a whole.
ALTER TYPE "content_kind" ADD VALUE 'glossary';
