"""Lines over months or exports, one for each group, with the bands of their ranges."""

from netreport.site.charts.chart import WIDTH, Chart, Picture, ends, is_drawn
from netreport.site.charts.curves import (
    at_ends,
    curves,
    drawn,
    names,
    over_time,
    room_for,
    straight,
)
from netreport.site.charts.plot import GAP, LINE, below, plot, unplaced

TOP, BOTTOM = 12.0, 180.0
INDENT = 4.0
MOST_DOTS = 40


def draw(chart: Chart) -> Picture:
    """Draw the lines over one scale that starts at zero, named where they end."""
    told = [part for part in chart.known if is_drawn(chart, part)]
    written = names(chart, curves(chart.known, over_time(chart.known, 0, 1)))
    room = plot(chart, ends(told), TOP, BOTTOM, WIDTH - room_for(written))
    x = over_time(chart.known, room.left + INDENT, room.right - INDENT)
    lines = curves(chart.known, x)
    labels = {
        at: part.label for one in lines for at, part in zip(one.places, one.parts, strict=True)
    }
    times = below(sorted(labels), [labels[at] for at in sorted(labels)], BOTTOM + LINE, chart.say)
    foot = BOTTOM + LINE + GAP
    after = unplaced(chart, chart.unknown, room.left, foot)
    body = [room.frame, *(drawn(chart, one, room.y, straight, MOST_DOTS) for one in lines), times]
    body += [at_ends(lines, written, room.y, room.right), after.body]
    return Picture("".join(body), foot + after.height)
