DELETE FROM queue_gate WHERE rooftop_id = :rooftop_id
