-- As it was in another store; one that is there already is the same.
INSERT INTO plan (id, version, body) VALUES (:id, :version, :body)
ON CONFLICT (id, version) DO NOTHING
