-- One or two letters: whose text begins so.
SELECT customer_id, body FROM search_doc WHERE body >= :from AND body < :until ORDER BY body LIMIT :limit
