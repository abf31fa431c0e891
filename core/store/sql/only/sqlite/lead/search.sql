-- Only SQLite: FTS5. :trigrams holds every three letters of the fragment, joined by AND; the index has no positions
-- (detail=none), so the text is looked at again.
SELECT d.customer_id, d.body
FROM search_index i
JOIN search_doc d ON d.doc = i.rowid
WHERE search_index MATCH :trigrams AND d.rooftop_id = :rooftop_id AND d.body LIKE :like ESCAPE '!'
LIMIT :limit
