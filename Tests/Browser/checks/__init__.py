"""The checks: each a module with `async def check(bench) -> list[str]`, one finding a string."""
