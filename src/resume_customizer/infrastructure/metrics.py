"""Figures of this process, as Prometheus reads them.

a request was answered  ->  Metrics.answered()  ->  counters and times by operation  ->  Metrics.text()
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

MEDIA_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """Counted in this process; a label is an operation's path, never what stands in it."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        self._requests = Counter(
            "rcp_requests", "Requests that were answered.", ("method", "operation", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "rcp_request_seconds", "How long answers took.", ("operation",), buckets=_SECONDS, registry=self._registry
        )
        self._under_way = Gauge("rcp_requests_under_way", "Requests that are worked on.", registry=self._registry)
        self._open = Gauge("rcp_store_transactions", "Transactions that are open.", registry=self._registry)

    def answered(self, method: str, operation: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self._requests.labels(method, operation, str(status)).inc()
        self._seconds.labels(operation).observe(seconds)

    def set_under_way(self, number: int) -> None:
        """So many requests are worked on."""
        self._under_way.set(number)

    def set_transactions(self, number: int) -> None:
        """So many transactions of the store are open."""
        self._open.set(number)

    def text(self) -> bytes:
        """All of them."""
        return generate_latest(self._registry)
