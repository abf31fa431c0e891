SELECT id, version, body FROM plan ORDER BY id, version
