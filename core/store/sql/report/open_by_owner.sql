-- How many open leads each person holds; an empty owner: anybody's.
SELECT owner, COUNT(*) FROM lead WHERE rooftop_id = :rooftop_id AND status = 'open' GROUP BY owner
