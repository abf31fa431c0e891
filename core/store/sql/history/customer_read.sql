SELECT name, match_key, city, region, zones, refused, duty_trail, duty_at FROM customer WHERE id = :id
