-- They are only added to: how many there are tells whether one is new.
SELECT COUNT(*) FROM own_words WHERE rooftop_id = :rooftop_id
