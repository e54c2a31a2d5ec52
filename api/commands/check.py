"""`rolograph check`: does a server speak the contract?"""

from typing import Annotated

import typer

from api.commands.options import aside, out


def check(
    url: Annotated[str, typer.Argument(help="Base URL, as it is entered in Enginy.")],
    key: Annotated[
        str,
        typer.Option(help="API key of that server.", envvar="ROLOGRAPH_CHECK_KEY", show_envvar=False, prompt="API key"),
    ],
    header: Annotated[str, typer.Option(help="Name of the key's header.")] = "X-API-Key",
    json_: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    insecure: Annotated[bool, typer.Option("--insecure", help="Do not check the server's certificate.")] = False,
) -> None:
    """Call a running server as Enginy does, and as nobody should, and say how it keeps the contract.

    It leaves contacts, companies and tasks behind there, under unmistakable names: the contract has no delete.
    """
    import asyncio
    import json

    from api.doctor.examination import examine
    from api.doctor.printing import print_report
    from models.errors import InvalidInput

    if not url.startswith(("http://", "https://")):
        raise InvalidInput(f"{url!r} is no base URL; it begins with http:// or https://")
    with aside().status("Examining…") as status:
        report = asyncio.run(
            examine(
                url, key, header=header, verify=not insecure, told=lambda name: status.update(f"Examining: {name}…")
            )
        )
    if json_:
        print(json.dumps(report.json(), indent=2, ensure_ascii=False))  # noqa: T201  for a program, as it stands
    else:
        print_report(out(), report)
    if not report.is_healthy:
        raise typer.Exit(1)
