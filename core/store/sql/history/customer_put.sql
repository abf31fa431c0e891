INSERT INTO customer (id, rooftop_id, name, match_key, city, region, zones, refused, duty_trail, duty_at)
VALUES (:id, :rooftop_id, :name, :match_key, :city, :region, :zones, :refused, :duty_trail, :duty_at)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, match_key = excluded.match_key, city = excluded.city,
    region = excluded.region, zones = excluded.zones, refused = excluded.refused,
    duty_trail = excluded.duty_trail, duty_at = excluded.duty_at
