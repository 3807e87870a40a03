"""Figures of this process and of the installation behind it, as Prometheus reads them.

a request was answered  ->  Metrics.answered()     ->  counters and times by operation  ->  Metrics.text()
somebody reads them     ->  Metrics.set_system()   ->  what waits, who works, what is left

deploy/prometheus/alerts.yaml and deploy/grafana/dashboard.json ask for them by these names; tests/test_alerts.py holds
both against what is served.
"""

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

from resume_customizer.services.running.system import SystemFigures

MEDIA_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_SYSTEM: Final = {
    "rcp_store_reachable": "1 while the database answers, 0 while work goes on without it.",
    "rcp_store_seconds": "What a question to the store and its answer took.",
    "rcp_store_connections_idle": "Connections to the store that are open and wait.",
    "rcp_store_connections_most": "Connections to the store that there may be.",
    "rcp_spool_waiting": "Pieces of accepted work that the database does not have yet.",
    "rcp_workers": "Workers that have spoken lately, on all machines.",
    "rcp_backup_age_seconds": "Since the last backup; -1: there is none.",
    "rcp_disk_bytes": "Of the disk that the data is on.",
    "rcp_disk_free_bytes": "What is left of it.",
    "rcp_memory_bytes": "Of this machine.",
    "rcp_memory_free_bytes": "What can be had of it without swapping.",
    "rcp_load": "How many wanted a core of this machine, on average of a minute.",
}
_QUEUES: Final = {
    "rcp_due_waiting": "Pieces of background work that wait, whether due by now or later.",
    "rcp_due_running": "Pieces of background work that a worker has in hand.",
    "rcp_due_oldest_seconds": "For how long the first of them is due.",
}
_PROCESSES: Final = {
    "rcp_processes": "Processes of this installation on this machine.",
    "rcp_processes_memory_bytes": "What they hold in memory together.",
}


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
        self._system = {name: self._gauge(name, text) for name, text in _SYSTEM.items()}
        self._queues = {name: self._gauge(name, text, "queue") for name, text in _QUEUES.items()}
        self._processes = {name: self._gauge(name, text, "role") for name, text in _PROCESSES.items()}

    def answered(self, method: str, operation: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self._requests.labels(method, operation, str(status)).inc()
        self._seconds.labels(operation).observe(seconds)

    def set_under_way(self, number: int) -> None:
        """So many requests are worked on."""
        self._under_way.set(number)

    def set_system(self, now: SystemFigures) -> None:
        """The installation is doing like this."""
        store, machine = now.store, now.machine
        self._open.set(store.in_use)
        values = (
            float(store.is_reachable),
            store.milliseconds / 1000,
            store.idle,
            store.most,
            store.waiting,
            now.workers,
            (now.at - now.backed_up_at).total_seconds() if now.backed_up_at else -1,
            machine.disk,
            machine.disk_free,
            machine.memory,
            machine.memory_free,
            machine.load,
        )
        for gauge, value in zip(self._system.values(), values, strict=True):
            gauge.set(value)
        for each in now.queues:
            lengths = (each.waiting, each.running, each.oldest_seconds)
            for gauge, value in zip(self._queues.values(), lengths, strict=True):
                gauge.labels(each.queue).set(value)
        self._set_processes(now)

    def _set_processes(self, now: SystemFigures) -> None:
        for gauge in self._processes.values():
            gauge.clear()
        number, memory = self._processes.values()
        for each in now.machine.processes:
            number.labels(each.role).inc()
            memory.labels(each.role).inc(each.memory)

    def text(self) -> bytes:
        """All of them."""
        return generate_latest(self._registry)

    def _gauge(self, name: str, text: str, *labels: str) -> Gauge:
        return Gauge(name, text, labels, registry=self._registry)
