SELECT name, street, city, region, postcode, zone, phone, email FROM rooftop WHERE id = :id
