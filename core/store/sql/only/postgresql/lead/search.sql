-- Only PostgreSQL: a trigram index behind ILIKE. The text is in collation "C", so letters beyond ASCII differ in case as
-- they do on SQLite. :trigrams is SQLite's.
SELECT customer_id, body FROM find_people(:rooftop_id, :like, CAST(:limit AS INTEGER))
