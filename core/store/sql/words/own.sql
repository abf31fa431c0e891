-- Everything a store says in its own words, the newest of each last.
SELECT kind, id, version, body, reason, by_login, at FROM own_words WHERE rooftop_id = :rooftop_id ORDER BY kind, id, version
