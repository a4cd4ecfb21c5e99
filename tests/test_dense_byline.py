"""Bylines in scripts without spaces and capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.news import byline, dense_byline, header_line


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("김철수 기자", ("김철수",)),
        ("김철수 기자 kim@example.com", ("김철수",)),
        ("서울 김철수 기자", ("김철수",)),
        ("김철수·이영희 기자", ("김철수", "이영희")),
        ("記者王小明／台北報導", ("王小明",)),
        ("文／王小明", ("王小明",)),
        ("来源：某某网 作者：王小明", ("王小明",)),
        ("某某社记者王小明", ("王小明",)),
        ("本报记者 王小明 李四", ("王小明", "李四")),
        ("山田太郎 記者", ("山田太郎",)),
        ("【山田太郎 記者】", ("山田太郎",)),
        ("기자회견", ()),
        ("記者會上市長說明", ()),
        ("责任编辑：王小明", ()),
        ("文化", ()),
        ("Jane Roe 記者 of the harbour paper that nobody reads any more in this town", ()),
    ],
)
def test_the_title_tells_the_name(line: str, names: tuple[str, ...]) -> None:
    """A reporter's title stands before or behind the name; editors and press conferences are no authors."""
    assert dense_byline.names(line) == names
    said = byline.read(line)
    assert (said.authors if said else ()) == names


def test_date_and_name_share_a_line() -> None:
    """Korean papers set the time of entry and the reporter side by side."""
    said = header_line.read("입력 2024.05.03 12:30 김철수 기자", "ko")
    assert said is not None
    assert (said.authors, said.published) == (("김철수",), "2024-05-03T12:30:00")


@given(st.text(max_size=80))
def test_any_line_is_survived(line: str) -> None:
    """What is named stands in the line."""
    assert all(one in line for one in dense_byline.names(line))
