"""Long work: a deed enqueues it by name, the worker does it, the page shows how far it has come."""
