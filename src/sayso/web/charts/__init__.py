"""Charts as SVG text, drawn from plain data: time, places, who is for and against whom, how a number moved.

Nothing here knows a case or a server: a view gathers the data, and puts what comes back into its page. A chart carries
no style of its own and no script, only classes (`static/charts.css`), so that it obeys the strictest
Content-Security-Policy. Every word from a report is escaped. A chart that cannot show all says of how many it shows
which (`Chart.note`), and gives what it shows as rows, for a table beside it and for CSV and JSON.
"""

from __future__ import annotations

from sayso.web.charts.chart import Chart, figure, standalone
from sayso.web.charts.density import TimeBar, density
from sayso.web.charts.figures import ToldValue, number_chart
from sayso.web.charts.graphml import graphml
from sayso.web.charts.matrix import LabelCell, label_matrix
from sayso.web.charts.network import NetworkEdge, NetworkNode, network
from sayso.web.charts.places import Spot, place_map
from sayso.web.charts.timeline import Dated, timeline
from sayso.web.charts.triads import SignedTriad, triads_of

__all__ = [
    "Chart", "Dated", "LabelCell", "NetworkEdge", "NetworkNode", "SignedTriad", "Spot", "TimeBar", "ToldValue",
    "density", "figure", "graphml", "label_matrix", "network", "number_chart", "place_map", "standalone", "timeline",
    "triads_of",
]  # fmt: skip
