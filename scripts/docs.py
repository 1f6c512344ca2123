"""The door for people: regenerate, check, and look at what the site is made of.

python scripts/docs.py figures [NAME …] [--out DIR]   draw figures, with all their downloads
python scripts/docs.py derivations [NAME …]           check derivations step by step and print them
python scripts/docs.py check [CHECK …]                everything that must be true of the site
python scripts/docs.py sync ADDRESS [--read HASH]     show both languages, record that both were read
python scripts/docs.py ledger                         accept the numbers and verdicts as they are now
python scripts/docs.py study [NAME …]                 train, and write down what came of it (all studies that are not up to date)
python scripts/docs.py size [SITE]                    how large a built site is, beside its bound
python scripts/docs.py archive [SITE]                 pack a built site into one file that opens from a folder
python scripts/docs.py sabotage [NAME …]              break the project in a copy, one thing at a time, and tell what notices
python scripts/docs.py bench [PART …] [--record]      time the module and the builds, as ratios in one run
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]


def progress(done: int, total: int, what: str) -> None:
    """One line that moves on a terminal, a line each elsewhere."""
    end = "\r" if sys.stderr.isatty() and done < total else "\n"
    print(f"\x1b[K{done}/{total} {what}" if sys.stderr.isatty() else f"{done}/{total} {what}", end=end, file=sys.stderr, flush=True)


def figures(wanted: list[str], out: Path) -> int:
    """Draw the named figures (all, without a name) in every language, page and download versions alike."""
    from answers import names
    from answers.cache import write
    from publish import exports

    known = {name: made for name, made in names.catalogue().items() if made.kind == "figures"}
    chosen = {name: _known(name, known) for name in wanted or known}
    missing = list(chosen.values())
    names.run(names.answer, missing, [m.name for m in missing], progress)
    for name, made in chosen.items():
        said = names.answer(made)
        for which, drawing in said["drawings"].items():
            write(out / f"{name}.{which}.svg", drawing.encode())
        write(out / f"{name}.csv", said["data"].encode())
    for path, file in exports.exported(sorted(chosen), progress):
        language, _, rest = path.partition("/figures/")
        stem, _, kind = rest.partition(".")
        write(out / f"{stem}.{language}.{kind}", file.read_bytes())
    print(f"{len(chosen)} figures in {out}")
    return 0


def derivations(wanted: list[str]) -> int:
    """Check the named derivations (all, without a name) afresh and print each step with how it was checked."""
    from importlib import import_module

    from answers import names

    known = {name: made for name, made in names.catalogue().items() if made.kind == "derivations"}
    for number, name in enumerate(wanted or known, 1):
        _known(name, known)
        chain = import_module(known[name].module).derivation
        progress(number, len(wanted or known), name)
        how = ["start", *chain.check()]
        print(f"\n{name}")
        for step, checked in zip(chain.steps, how, strict=True):
            print(f"  {checked:8} {step.line}" + (f"    ({step.reason.en})" if step.reason else ""))
    return 0


def check(wanted: list[str]) -> int:
    """Run the named checks (all, without a name); each fault once, with file, line and what to do, and 1 if there are any."""
    from answers import names
    from checks.every import AT_ONCE, CHECKS, faults

    chosen = {name: _known(name, CHECKS) for name in wanted or CHECKS}
    if not chosen.keys() <= AT_ONCE:
        with suppress(Exception):  # what cannot be made is listed by the check `made`, with all the rest
            names.make_all(progress)
    told: set[str] = set()
    for name in chosen:
        found = faults(name)
        fresh = [fault for fault in found if fault not in told]
        told |= {*fresh}
        print(f"{name}: {'good' if not found else f'{len(fresh)} faults' if fresh else 'no other fault than those above'}")
        for fault in fresh:
            print(f"  {fault}")
    return 1 if told else 0


def sync(address: str, read: str = "") -> int:
    """Show both sides of what has this address (or matches it), and record that somebody has read them together.

    Where nobody sits at a terminal, it only shows and prints a hash; with `--read` and that hash it records what it then showed.
    """
    import hashlib

    from answers.cache import write
    from checks.agreement import sides, synced
    from language.words import WRITTEN
    from pages.page import SYNCED

    if os.environ.get("CI"):
        raise SystemExit("sync records that a person has read both sides; CI cannot")
    now = sides()
    chosen = _matching(address, list(now))
    shown = "\n".join(_both_sides(each) for each in chosen)
    mark = hashlib.sha256(f"{shown}{[now[each] for each in chosen]}".encode()).hexdigest()[:12]
    print(shown)
    if read:
        if read != mark:
            print(f"docs.py sync: not recorded: {read} is the hash of another showing; read what stands above, then give --read {mark}", file=sys.stderr)
            return 1
    elif not sys.stdin.isatty():
        print(f"not recorded; if both say the same: docs.py sync '{address}' --read {mark}")
        return 1
    elif input("Both read, and they say the same? [y/N] ").strip().lower() != "y":
        return 1
    rows = synced() | {each: now[each] for each in chosen}
    lines = ["\t".join((where, *hashes)) for where, hashes in sorted(rows.items()) if where in now]
    write(SYNCED, ("\n".join(["# address\t" + "\t".join(WRITTEN), *lines]) + "\n").encode())
    print(f"recorded {', '.join(chosen)}")
    return 0


def _matching(pattern: str, addresses: list[str]) -> list[str]:
    """The addresses that a pattern means: of one page, figure, claim or script, for nobody reads all of them together."""
    from fnmatch import fnmatchcase

    from answers import names
    from checks.agreement import thing

    found = [each for each in addresses if each == pattern or ("*" in pattern and fnmatchcase(each, pattern))]
    if not found:
        near = [each for each in addresses if pattern and each.startswith(pattern)][:8]
        raise SystemExit(f"nothing has the address {pattern!r}; near it: {', '.join(near)}" if near else str(names.unknown(pattern, addresses)))
    if len({thing(each) for each in found}) > 1:
        raise SystemExit(
            f"{pattern!r} means {len(found)} addresses of several things; give those of one, such as {thing(found[0])}{'#' if '#' in found[0] else '.'}*"
        )
    return found


def _both_sides(address: str) -> str:
    """What is said under an address, in each language, with its file and line."""
    from checks.pairs import everything
    from project.fault import shown

    return "\n".join(f"—— {address}, {language}, {shown(side.file)}:{side.line}\n{side.text.strip()}" for language, side in everything()[address].items())


def ledger() -> int:
    """Write tests/ledger.txt and the README's picture anew: read the diff before you commit it."""
    from answers import names
    from answers.cache import write
    from checks import ledger as printed

    names.make_all(progress)
    write(printed.PICTURE, printed.picture().encode())
    changed = write(printed.LEDGER, printed.ledger().encode())
    print("tests/ledger.txt has changed: read its diff" if changed else "tests/ledger.txt is as it was")
    return 0


def study(wanted: list[str]) -> int:
    """Run the named studies (without a name, those whose record is missing or older than their code) and write their records."""
    from answers import studying
    from checks import studies

    known = {file.stem: file for file in studying.files()}
    chosen = [_known(name, known).stem for name in wanted] if wanted else studies.outdated()
    for name in chosen:
        print(f"scripts/studies/{studying.run(name, progress).name}")
    print("read `git diff --stat`, then `python scripts/docs.py check studies ledger`" if chosen else "every study has the record of its code")
    return 0


def stage(exports: bool) -> int:
    """Set the site out in build/stage (mkdocs does this by itself)."""
    from publish import staging

    staging.stage(exports, progress)
    return 0


def stage_again() -> int:
    """Set the site out whenever a server asks for it."""
    from publish import fresh

    fresh.answer_requests(progress)
    return 0


def archive(site: Path) -> int:
    """Pack a built site into one file, which comes to stand in it."""
    from publish import archive as packing

    packed = packing.make(site)
    print(f"{packed}: {packed.stat().st_size / 1e6:.1f} MB")
    return 0


def _known(name: str, known: dict[str, Any]) -> Any:
    from answers import names

    if name not in known:
        raise SystemExit(str(names.unknown(name, known)))
    return known[name]


def _parts() -> str:
    """The checks by name, each with its sentence."""
    from checks.every import AT_ONCE, CHECKS

    lines = [f"  {name:12} {(run.__doc__ or '').splitlines()[0]}{' *' if name in AT_ONCE else ''}" for name, run in CHECKS.items()]
    return "\n".join(["checks:", *lines, "", "* answers at once; the others first make what is not made yet"])


def main() -> int:
    parser = argparse.ArgumentParser(prog="docs.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    each = verbs.add_parser("figures", help="draw figures, with all their downloads")
    each.add_argument("names", nargs="*", metavar="NAME")
    each.add_argument("--out", type=Path, default=ROOT / "build" / "figures", metavar="DIR", help="where to put them (build/figures)")
    each = verbs.add_parser("derivations", help="check derivations step by step and print them")
    each.add_argument("names", nargs="*", metavar="NAME")
    each = verbs.add_parser(
        "check",
        help="everything that must be true of the site",
        epilog=_parts() if sys.argv[1:2] == ["check"] else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    each.add_argument("names", nargs="*", metavar="CHECK")
    each = verbs.add_parser("sync", help="show both languages of a section or a sentence, record that both were read")
    each.add_argument("address", metavar="ADDRESS", help="PAGE#SECTION, figure:NAME.caption, … as the check `stale` tells it; figure:NAME.* is all of one")
    each.add_argument("--read", default="", metavar="HASH", help="what the last showing printed: both sides have been read, record them")
    each = verbs.add_parser("study", help="train, and write down what came of it, with all seeds and the date")
    each.add_argument("names", nargs="*", metavar="NAME", help="a file of scripts/studies; without a name, all that are not up to date")
    verbs.add_parser("ledger", help="accept the printed numbers and verdicts as they are now")
    each = verbs.add_parser("bench", help="time the module and the builds, as ratios in one run")
    each.add_argument("parts", nargs="*", choices=["module", "builds", "growth"], metavar="PART", help="module, builds or growth; the first two without a name")
    each.add_argument("--record", action="store_true", help="write the module's times to scripts/measured/speed.json, with the date")
    each = verbs.add_parser("stage", help="set the site out in build/stage (mkdocs does this by itself)")
    each.add_argument("--exports", action="store_true", help="with PDF, PNG and paths of every figure")
    each.add_argument(
        "--again", action="store_true", help="each time that a line comes in; a line of JSON says what changed (mkdocs serve does this by itself)"
    )
    each = verbs.add_parser("size", help="how large a built site is; 1 if it is past its bound")
    each.add_argument("site", nargs="?", type=Path, default=ROOT / "site", metavar="SITE", help="the folder of the site (site)")
    each = verbs.add_parser("archive", help="pack a built site into one file that opens from a folder (mkdocs build does this by itself)")
    each.add_argument("site", nargs="?", type=Path, default=ROOT / "site", metavar="SITE", help="the folder of the site (site)")
    each = verbs.add_parser("sabotage", help="break the project in a copy, one thing at a time, and tell what notices; 1 if nothing does")
    each.add_argument("names", nargs="*", metavar="NAME")
    each.add_argument("--sample", action="store_true", help="the first breakage of each class")
    each.add_argument("--soon", action="store_true", help="ask the slow checks only where the quick ones do not notice enough")
    given = parser.parse_args()
    from project.required import require

    try:
        require()
        match given.verb:
            case "figures":
                return figures(given.names, given.out)
            case "derivations":
                return derivations(given.names)
            case "check":
                return check(given.names)
            case "sync":
                return sync(given.address, given.read)
            case "study":
                return study(given.names)
            case "size":
                from measured import size

                return size.report(given.site)
            case "archive":
                return archive(given.site)
            case "ledger":
                return ledger()
            case "sabotage":
                from checks.every import AT_ONCE
                from measured import sabotage

                return sabotage.main(given.names, given.sample, AT_ONCE if given.soon else ())
            case "stage":
                return stage_again() if given.again else stage(given.exports)
            case _:
                from measured import bench

                return bench.main(given.parts, given.record)
    except (ValueError, ArithmeticError, RuntimeError, FileNotFoundError) as error:
        print(f"docs.py {given.verb}: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    from project import collecting, instructions

    collecting.seldom()
    instructions.keep()  # each process has its own core, and sums and exponentials are the same on every machine
    sys.exit(main())
