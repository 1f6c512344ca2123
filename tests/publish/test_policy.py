"""What servers are told: both files say of every file of a site what the table says."""

from __future__ import annotations

import re
import shutil
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from publish import policy

FILES = [
    "404.html",
    "index.html",
    "assets/favicon.svg",
    "assets/everywhere.js",
    "assets/site.css",
    "assets/javascripts/bundle.a5f9d56c.min.js",
    "assets/stylesheets/main.57a0d79d.min.css",
    "data/facts.json",
    "data/curves/gelu.js",
    "en/index.html",
    "en/guide/index.html",
    "en/guide/neuron/index.html",
    "en/labs/zigzag/index.html",
    "en/labs/zigzag.ipynb",
    "en/figures/zigzag.svg",
    "en/figures/zigzag.pdf",
    "packages/module-1.0-py3-none-any.whl",
    "search/en.js",
]
POLICY = "Content-Security-Policy"


def rules(text: str) -> list[tuple[str, dict[str, str]]]:
    """A `_headers` file as a host reads it: an address, then headers, each on a line that is set in."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("/"):
            found.append((line, {}))
            continue
        header = re.fullmatch(r"  ([\w-]+): (\S.*)", line)
        assert header, line
        assert header[1] not in found[-1][1]
        found[-1][1][header[1]] = header[2]
    return found


@pytest.mark.parametrize("root", ["", "/1.0"])
def test_hosts_read_of_each_file_what_the_table_says_and_no_policy_twice(root: str) -> None:
    told = rules(policy.hosted(FILES, root))
    for path in FILES:
        for address in {f"{root}/{path}", f"{root}/{path}".removesuffix("index.html")}:
            fit = [said for pattern, said in told if fnmatchcase(address, pattern)]
            names = [name for said in fit for name in said]
            assert len(names) == len(set(names)), f"{address}: {names}"
            merged = {name: value for said in fit for name, value in said.items()}
            wanted = policy.headers(path)
            if not path.endswith((".html", ".js", ".svg")):  # a policy means nothing to the rest
                wanted.pop(POLICY)
                merged.pop(POLICY, None)
            assert merged == wanted, address


def test_pages_and_drawings_have_the_policies_of_their_own() -> None:
    assert policy.headers("en/index.html")[POLICY] == policy.PAGES
    assert policy.headers("en/figures/zigzag.svg")[POLICY] == policy.DRAWINGS
    kept = {path for path in FILES if "Cache-Control" in policy.headers(path)}
    assert kept == {"assets/javascripts/bundle.a5f9d56c.min.js", "assets/stylesheets/main.57a0d79d.min.css"}
    assert {path for path in FILES if "Access-Control-Allow-Origin" in policy.headers(path)} == {
        "data/facts.json",
        "data/curves/gelu.js",
        "en/labs/zigzag.ipynb",
        "packages/module-1.0-py3-none-any.whl",
    }


def answered(text: str, address: str) -> dict[str, str]:
    """What nginx sends, by the lines it is given: variables that are set, set again where the address fits, and headers that are not empty."""
    variables, sent = {}, {}
    for line in text.splitlines():
        if found := re.fullmatch(r'set (\$\w+) "(.*)";', line):
            variables[found[1]] = found[2]
        elif found := re.fullmatch(r'if \(\$uri ~ "(.+)"\) { set (\$\w+) "(.+)"; }', line):
            if re.search(found[1], address):
                variables[found[2]] = found[3]
        elif found := re.fullmatch(r'add_header ([\w-]+) (?:"(.*)"|(\$\w+))(?: always)?;(?:  #.*)?', line):
            if value := variables[found[3]] if found[3] else found[2]:
                sent[found[1]] = value
        else:
            assert line.startswith("#"), line
    return sent


@pytest.mark.parametrize("root", ["", "/1.0"])
def test_nginx_says_what_the_table_says(root: str) -> None:
    for path in FILES:
        assert answered(policy.nginx(root), f"{root}/{path}") == policy.headers(path), path


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_takes_its_file(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    policy.write(tmp_path / "site", "https://example.org/1.0/")
    server = f"server {{ listen 127.0.0.1:8099; root {tmp_path}/site; include {tmp_path}/site/{policy.NGINX}; }}"
    temporary = " ".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {temporary} {server} }}"
    (tmp_path / "nginx.conf").write_text(whole, "utf-8")
    said = subprocess.run(["nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
