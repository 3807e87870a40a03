"""Work that goes on without anybody waiting: jobs, whose turn it is, and batches of many resumes."""
