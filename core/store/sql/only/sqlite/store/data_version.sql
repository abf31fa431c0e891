-- Only SQLite: grows when another connection wrote to the file.
PRAGMA data_version
