"""A page about one topic: its questions, answered one after the other."""

from collections.abc import Callable, Mapping

from netreport.model.metrics import Topic
from netreport.model.report import Report
from netreport.pages.views import view
from netreport.pages.wording import Wording


def about(topic: Topic) -> Callable[[Report, Wording], Mapping[str, object]]:
    """Give the function that makes the context of the page about `topic`."""

    def context(report: Report, wording: Wording) -> Mapping[str, object]:
        chosen = [answer for answer in report.answers.values() if answer.metric.topic is topic]
        return {"answers": [view(answer, wording) for answer in chosen]}

    return context
