-- In a desk's own store, before those of the shared database take their place.
DELETE FROM saved_view WHERE rooftop_id = :rooftop_id
