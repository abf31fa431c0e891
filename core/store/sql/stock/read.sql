-- What a rooftop has to sell, whole.
SELECT version, body, by_login, at FROM stock_list WHERE rooftop_id = :rooftop_id
