"""Django's SQLite backend on the library that pysqlite3 brings along, set for durability."""
