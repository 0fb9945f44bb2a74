"""What was dropped, grouped by stage and reason: a desk enters, counts and examples leave on stdout."""

from collections.abc import Iterable
from pathlib import PurePath

from tocsin.cli.ending import Code
from tocsin.cli.screen import Fenced, make_table, out, print_table, tell, write_shapes
from tocsin.export.lines import Shape
from tocsin.export.shape import issue_object
from tocsin.model import Issue
from tocsin.store import Desk


def show(desk: Desk, *, captures: bool, json: bool) -> Code:
    """Print the drops of a desk. Damaged captures are said on stderr and make the run one that is done in part."""
    damaged = list(desk.damaged()) if captures else []
    groups = _group((*desk.issues(), *damaged))
    if json:
        write_shapes(_group_object(issues) for issues in groups)
    else:
        _show_groups(groups, desk.counts().articles)
    for issue in damaged:
        tell(issue.reason)
    return Code.DONE if len(damaged) == 0 else Code.PART


def _group(issues: Iterable[Issue]) -> list[list[Issue]]:
    groups: dict[tuple[str, str], list[Issue]] = {}
    for issue in issues:
        groups.setdefault((issue.stage, issue.reason), []).append(issue)
    return sorted(groups.values(), key=lambda group: (group[0].stage, -len(group), group[0].reason))


def _group_object(issues: list[Issue]) -> Shape:
    first = issues[0]
    return {"stage": first.stage, "reason": first.reason, "count": len(issues), "issues": [issue_object(issue) for issue in issues]}


def _show_groups(groups: list[list[Issue]], articles: int) -> None:
    console = out()
    total = sum(map(len, groups))
    console.print(f"{total:,} {'thing' if total == 1 else 'things'} dropped in {articles:,} {'article' if articles == 1 else 'articles'}.")
    if total == 0:
        return
    table = make_table("stage#", "times#", "reason", "for example")
    for issues in groups:
        example = next((_example(issue) for issue in issues if _example(issue) != ""), "")
        table.add_row(issues[0].stage, f"{len(issues):>5,}", Fenced(issues[0].reason, lines=3), Fenced(example, "dim"))
    print_table(table)


def _example(issue: Issue) -> str:
    if issue.text is not None and issue.text.strip() != "":
        return f"“{issue.text.strip()}”"
    return "" if issue.path is None else PurePath(issue.path).name
