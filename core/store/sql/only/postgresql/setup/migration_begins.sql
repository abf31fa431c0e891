-- Only PostgreSQL: a migration may take its time, and one process runs it. Reading the ledger goes on meanwhile.
SET LOCAL statement_timeout = 0
--;;
SET LOCAL lock_timeout = '60s'
--;;
LOCK TABLE schema_migration IN EXCLUSIVE MODE
