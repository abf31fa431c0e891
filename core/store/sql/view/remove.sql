DELETE FROM saved_view WHERE rooftop_id = :rooftop_id AND name = :name
