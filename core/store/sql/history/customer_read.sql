SELECT name, match_key, city, region, zones, refused FROM customer WHERE id = :id
