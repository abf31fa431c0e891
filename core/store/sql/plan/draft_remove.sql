DELETE FROM plan_draft WHERE rooftop_id = :rooftop_id AND id = :id
