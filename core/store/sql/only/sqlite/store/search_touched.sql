-- Only SQLite: makes FTS5 a part of the transaction, with the page size it has anyway; to be rolled back.
INSERT INTO search_index (search_index, rank) VALUES ('pgsz', 4050)
