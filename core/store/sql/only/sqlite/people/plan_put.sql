-- Only SQLite: a desk's own store notes the plans of the shared database.
INSERT INTO plan (id, version, body) VALUES (:id, :version, :body)
ON CONFLICT (id, version) DO NOTHING
