"""`netreport init --github`: a workflow that shows what was published, and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from netreport.cli import main

PLACE = Path(".github", "workflows", "pages.yml")
MARKER = ".netreport-site.json"


def init(folder: Path, *more: str) -> Result:
    arguments = ["init", str(folder), "--archetype", "blank", "--github", *more]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def workflow(tmp_path: Path) -> dict[str, object]:
    """Make a workspace and read its workflow. (YAML reads the key `on` as true.)"""
    assert init(tmp_path / "home").exit_code == 0
    return dict(yaml.safe_load((tmp_path / "home" / PLACE).read_text("utf-8")))


def steps(workflow: dict[str, object], job: str) -> list[dict[str, object]]:
    jobs = workflow["jobs"]
    assert isinstance(jobs, dict)
    return list(jobs[job]["steps"])


def test_it_installs_and_builds_nothing_and_may_only_read(workflow: dict[str, object]) -> None:
    every = [*steps(workflow, "check"), *steps(workflow, "deploy")]
    used = [str(step["uses"]) for step in every if "uses" in step]
    assert used == [
        "actions/checkout@v7",
        "actions/configure-pages@v6",
        "actions/upload-pages-artifact@v5",
        "actions/deploy-pages@v5",
    ]
    assert workflow["permissions"] == {"contents": "read"}
    run = [str(step["run"]) for step in every if "run" in step]
    assert len(run) == 1
    assert not any(word in run[0] for word in ("pip ", "install", "netreport build", "exports"))
    assert every[0]["with"] == {"ref": "gh-pages", "persist-credentials": False}


@pytest.mark.parametrize(
    ("audience", "extra", "code"),
    [("public", (), 0), ("coach", (), 1), ("private", (), 1), ("public", ("Connections.csv",), 1)],
)
def test_it_refuses_what_is_no_public_report(
    tmp_path: Path, workflow: dict[str, object], audience: str, extra: tuple[str, ...], code: int
) -> None:
    script = str(steps(workflow, "check")[1]["run"])
    body = script.split("<<'END'\n")[1].split("END\n", maxsplit=1)[0]
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    for name in ("index.html", ".git/config", *extra):
        (site / name).write_text("x")
    marker = {"audience": audience, "files": ["index.html", MARKER]}
    (site / MARKER).write_text(json.dumps(marker))
    done = subprocess.run([sys.executable, "-c", body], cwd=site, check=False, capture_output=True)
    assert done.returncode == code


def test_a_workspace_that_is_there_gets_the_workflow_alone(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    home = tmp_path / "inner" / "home"
    assert CliRunner().invoke(main, ["init", str(home)]).exit_code == 0
    strategy = (home / "strategy.yml").read_bytes()
    for _ in range(2):
        assert init(home).exit_code == 0
        assert (tmp_path / PLACE).is_file()
        assert not (home / PLACE).exists()
        assert (home / "strategy.yml").read_bytes() == strategy


def test_another_workflow_of_that_name_stays_and_nothing_is_made(tmp_path: Path) -> None:
    other = tmp_path / "home" / PLACE
    other.parent.mkdir(parents=True)
    other.write_text("name: mine\n")
    result = init(tmp_path / "home")
    assert result.exit_code == 4
    assert "is there already" in result.stderr
    assert (other.read_text(), (tmp_path / "home" / "strategy.yml").exists()) == (
        "name: mine\n",
        False,
    )
