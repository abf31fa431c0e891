-- A view under a name nobody uses (a database that guards itself: only/postgresql/view/put).
INSERT INTO saved_view (rooftop_id, name, chart, filter, by_login, at)
VALUES (:rooftop_id, :name, :chart, :filter, :by_login, :at)
