-- Only PostgreSQL: its catalogue is pg_class.
SELECT t.relname FROM pg_class t JOIN pg_namespace s ON s.oid = t.relnamespace
WHERE s.nspname = 'public' AND t.relname = 'schema_migration'
