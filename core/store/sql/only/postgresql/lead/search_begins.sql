-- Only PostgreSQL: its B-tree takes no more than some 2,700 bytes, so the beginning of the text is indexed, not all of it.
SELECT customer_id, body
FROM search_doc
WHERE left(body, 60) >= :from AND left(body, 60) < :until
ORDER BY left(body, 60), body
LIMIT :limit
