INSERT INTO plan (id, version, body) VALUES (:id, :version, :body)
