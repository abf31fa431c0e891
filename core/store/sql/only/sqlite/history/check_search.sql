-- Only SQLite: FTS5 compares its index with the text it stands for, and fails as damaged when they differ.
INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)
