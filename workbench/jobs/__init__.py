"""Work too long for a request: the job table, the queue and the worker."""
