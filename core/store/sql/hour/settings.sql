-- Every hour that was ever set at a site, in the order in which they came to hold.
SELECT login, from_day, minute, set_by, set_at FROM power_hour WHERE rooftop_id = :rooftop_id ORDER BY from_day, login
