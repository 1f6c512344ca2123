"""What is not tried again is what was won: no other answer, to no other question."""

import inspect
from types import SimpleNamespace
from typing import Any

import pytest

import certificates
import standard


class Node:
    """A test that is being run."""

    def __init__(self) -> None:
        self.name = "test_of_hills[hill]"
        self.user_properties: list[tuple[str, str]] = []


@pytest.fixture
def node() -> Node:
    return Node()


@pytest.fixture
def decide(node: Node) -> Any:
    return certificates.tried.__wrapped__(SimpleNamespace(node=node))  # type: ignore[attr-defined]


def test_only_the_same_answer_to_the_same_question_is_taken_as_won(decide: Any, node: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    fought: list[bytes] = []

    def fight(reply: bytes) -> Any:
        def in_full() -> list[str]:
            fought.append(reply)
            return []

        return in_full

    replies = [bytes([i]) for i in range(100)]
    for reply in replies:
        assert decide("hill", [b"how high?"], [reply], fight(reply)) == []
    assert fought == replies
    won = [dict([line.split("\t")]) for what, line in node.user_properties if what == "won"]
    assert len(won) == len(replies)
    fought.clear()
    for reply, line in zip(replies, won, strict=True):
        monkeypatch.setattr(certificates, "record", lambda line=line: line)
        assert decide("hill", [b"how high?"], [reply], fight(reply)) == []
    assert fought == [reply for reply, line in zip(replies, won, strict=True) if next(iter(line.values())).startswith("0")]
    assert 0 < len(fought) < 20  # about one in sixteen is tried all the same
    assert len(node.user_properties) == len(replies)  # and nothing is recorded anew
    for question, reply in (([b"how wide?"], b"\x01"), ([b"how high?"], b"\x02"), ([b"how ", b"high?"], b"\x01")):
        monkeypatch.setattr(certificates, "record", lambda: won[1])
        assert decide("hill", question, [reply], lambda: ["lost"]) == ["lost"]


def test_a_lost_trial_is_never_recorded(decide: Any, node: Node) -> None:
    assert decide("hill", [b"how high?"], [b"low"], lambda: ["too low"]) == ["too low"]
    assert node.user_properties == []


def test_a_comment_in_a_judge_moves_nothing_and_its_code_does(monkeypatch: pytest.MonkeyPatch) -> None:
    source = inspect.getsource(standard)
    seen = []
    for text in (source, source + "# a word\n", source.replace(">= 80", ">= 70")):
        certificates.code_of.cache_clear()
        monkeypatch.setattr(inspect, "getsource", lambda _, text=text: text)
        seen.append(certificates.code_of(standard))
    certificates.code_of.cache_clear()
    assert seen[0] == seen[1] != seen[2]
