-- Only PostgreSQL: locks the row until the transaction ends, so that two processes do not give out the same number. On
-- SQLite a transaction has the whole file.
SELECT origin, last_n, last_hlc FROM desk WHERE one = 1 FOR UPDATE
