"""The verb that measures: hands its words on to the bench, which is loaded only then."""

import typer


def bench(ctx: typer.Context) -> None:
    """Score what Tocsin reads against gold, and time it.

    Example: tocsin bench seeds --data gold/seeds --pages seeds
    """
    from tocsin.bench.cli import app

    app(args=ctx.args, prog_name="tocsin bench")
