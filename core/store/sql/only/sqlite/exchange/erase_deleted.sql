-- Only SQLite: what is deleted from here on over this connection is overwritten, whatever that costs.
PRAGMA secure_delete = ON
