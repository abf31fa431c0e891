INSERT INTO rooftop (id, name, street, city, region, postcode, zone, phone, email)
VALUES (:id, :name, :street, :city, :region, :postcode, :zone, :phone, :email)
