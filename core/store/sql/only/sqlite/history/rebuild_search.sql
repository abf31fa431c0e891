-- Only SQLite: FTS5 builds its index anew from search_doc.
INSERT INTO search_index (search_index) VALUES ('rebuild')
