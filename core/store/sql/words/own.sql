-- Everything a store says in its own words, the newest version of an id last.
SELECT kind, id, version, body, shipped, reason, by_login, at FROM own_words WHERE rooftop_id = :rooftop_id ORDER BY kind, id, version
