import pytest

from macros.time.frequency import frequency
from macros.time.rules import check_rrule


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=DAILY", "每日"),
        ("FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA", "每日"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "每个工作日"),
        ("FREQ=DAILY;INTERVAL=3", "每3日一次"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,10,20", "每月10日、20日、最后一天"),
        ("FREQ=MONTHLY;BYMONTHDAY=-3", "每月倒数第3天"),
        ("FREQ=MONTHLY;BYMONTH=6,7,8;BYMONTHDAY=15", "每年6—8月的15日"),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5", "每年3月5日"),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1", "每年6月底"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", "每年年底"),
        ("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15", "每年3月、9月的15日"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", "每季度第三个月20日"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=15", "每2年一次（3月15日）"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28", "每年2月28日"),
    ],
)
def test_a_sound_rule_passes_and_reads_naturally(rule: str, said: str) -> None:
    assert check_rrule(rule) is None
    assert frequency(rule) == said


def test_the_time_of_day_is_said_once() -> None:
    weekly = "FREQ=WEEKLY;BYDAY=FR"
    assert {frequency(weekly, by) for by in ("下班", "下班前")} == {"每周五下班前"}
    assert frequency("FREQ=DAILY;INTERVAL=2", "9:00") == "每2日一次（9:00前）"


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("", "E309"),
        ("每周五", "E309"),
        ("BYDAY=FR", "E309"),
        ("FREQ=HOURLY", "E309"),
        ("FREQ=WEEKLY,DAILY;BYDAY=FR", "E309"),
        ("FREQ=WEEKLY;BYDAY=FRI", "E309"),
        ("FREQ=WEEKLY;BYDAY=", "E309"),
        ("FREQ=WEEKLY;BYDAY=FR;BYDAY=MO", "E309"),
        ("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231", "E309"),
        ("FREQ=WEEKLY;BYDAY=FR;COUNT=3", "E309"),
        ("FREQ=WEEKLY;BYDAY=FR;WKST=SU", "E309"),
        ("FREQ=WEEKLY;INTERVAL=0;BYDAY=FR", "E309"),
        ("FREQ=DAILY;BYDAY=MO", "E310"),
        ("FREQ=WEEKLY", "E310"),
        ("FREQ=WEEKLY;BYDAY=1MO", "E310"),
        ("FREQ=MONTHLY", "E310"),
        ("FREQ=MONTHLY;BYDAY=FR", "E310"),
        ("FREQ=MONTHLY;BYDAY=1FR;BYMONTHDAY=13", "E310"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "E310"),
        ("FREQ=MONTHLY;BYMONTHDAY=-30", "E310"),
        ("FREQ=YEARLY;BYMONTH=6", "E310"),
        ("FREQ=YEARLY;BYMONTHDAY=1", "E310"),
        ("FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=31", "E310"),
    ],
)
def test_a_rule_that_cannot_be_read_or_names_no_day_is_refused(rule: str, code: str) -> None:
    problem = check_rrule(rule)
    assert problem is not None
    assert (problem.code, bool(problem.hint)) == (code, True)
