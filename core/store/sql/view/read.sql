-- Every saved view of a store.
SELECT name, chart, filter, by_login, at FROM saved_view WHERE rooftop_id = :rooftop_id ORDER BY name
