-- Tells whether the list is a new one, without fetching it.
SELECT version FROM stock_list WHERE rooftop_id = :rooftop_id
