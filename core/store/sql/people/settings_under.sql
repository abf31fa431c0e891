SELECT name, value FROM setting WHERE name >= :from AND name < :until ORDER BY name
