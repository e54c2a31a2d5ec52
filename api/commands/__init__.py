"""What the command line can do, one file a noun. Heavy imports stand inside the functions: `--help` must be quick."""
