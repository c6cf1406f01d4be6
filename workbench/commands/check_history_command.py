"""`workbench check-history`: the whole history proved, or what is wrong with it."""

from pathlib import Path

import click

from workbench.commands.desk import open_desk
from workbench.commands.options import data_option
from workbench.database import open_session
from workbench.queries.history_check import Finding, check_history, head

MOST = 100


@click.command("check-history")
@data_option
@click.pass_context
def command(context: click.Context, data: Path | None) -> None:
    """Prove that nobody tampered with the history.

    Every hash is computed again and every row is held against what its revisions say. What is wrong is
    printed, one line each, and the exit code is 1 then. Compare the head with one that you wrote down before:
    that alone shows that no revisions were cut off at the end.
    """
    with open_desk(data) as desk, open_session(desk.engine) as session:
        findings = check_history(session, MOST)
        seq, newest = head(session)
    for finding in findings:
        click.echo(format_finding(finding))
    if findings:
        more = " or more" if len(findings) == MOST else ""
        click.echo(f"{len(findings)}{more} findings in {seq} revisions; head #{seq} {newest}", err=True)
        context.exit(1)
    click.echo(f"{seq} revisions, all in order; head #{seq} {newest}")


def format_finding(finding: Finding) -> str:
    """A finding as one line: where, then what."""
    place = f"#{finding.seq}" if finding.seq is not None else "row"
    return f"{place}  {finding.entity} {finding.entity_id}  {finding.message}"
