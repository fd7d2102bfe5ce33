"""A page about one topic: its questions, answered one after the other."""

from collections.abc import Callable, Mapping

from netreport.model.metrics import Topic
from netreport.model.report import Report
from netreport.pages.views import AnswerView, view
from netreport.pages.writer import Writer


def about(topic: Topic) -> Callable[[Report, Writer], Mapping[str, object]]:
    """Give the function that makes the context of the page about `topic`."""

    def context(report: Report, writer: Writer) -> Mapping[str, object]:
        return {"answers": answers(topic, report, writer)}

    return context


def answers(topic: Topic, report: Report, writer: Writer) -> list[AnswerView]:
    """Give the answers to the questions of a topic that the reader may see."""
    asked = [answer for answer in report.answers.values() if answer.metric.topic is topic]
    return [view(answer, writer.wording) for answer in asked if not answer.withheld]
