-- Every text that search looks through.
SELECT customer_id, rooftop_id, body FROM search_doc
