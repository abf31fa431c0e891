-- Only SQLite: its catalogue is sqlite_master.
SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'
