-- Only SQLite: a desk's own store notes what the shared database says of its site.
INSERT INTO rooftop (id, name, street, city, region, postcode, zone, phone, email)
VALUES (:id, :name, :street, :city, :region, :postcode, :zone, :phone, :email)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, street = excluded.street, city = excluded.city,
    region = excluded.region, postcode = excluded.postcode, zone = excluded.zone, phone = excluded.phone,
    email = excluded.email
