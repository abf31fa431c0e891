-- Only SQLite: brings what was written into the file and cuts the log beside it, in which what was deleted still stands. 1 first: somebody
-- reads, and it has to be asked again.
PRAGMA wal_checkpoint(TRUNCATE)
