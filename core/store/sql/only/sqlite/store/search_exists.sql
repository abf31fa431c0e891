-- Only SQLite: has this store an index to search by yet?
SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'search_index'
