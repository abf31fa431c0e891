-- Only SQLite: its catalogue is sqlite_master. A file with tables and no mark of ours is another program's.
SELECT count(*) FROM sqlite_master
