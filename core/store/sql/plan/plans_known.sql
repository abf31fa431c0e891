SELECT id, version FROM plan ORDER BY id, version
