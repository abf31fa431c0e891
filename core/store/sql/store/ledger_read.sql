-- Which migrations this store has had: number, name, checksum.
SELECT number, name, checksum FROM schema_migration ORDER BY number
