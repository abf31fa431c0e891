DELETE FROM campaign WHERE rooftop_id = :rooftop_id AND id = :id AND state = 'draft'
