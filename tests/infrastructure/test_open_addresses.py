"""Stored files that would cross a network in clear: the promises of infrastructure.blobs.open_addresses."""

import json
from pathlib import Path

import fsspec
import pytest
from fsspec.config import apply_config, set_conf_env

from resume_customizer.app_bootstrap import build_app, examine_server
from resume_customizer.core.errors import InvalidInput
from resume_customizer.infrastructure.blobs.open_addresses import list_open_stores
from resume_customizer.settings import Settings

BUCKET = "s3://bucket/files"
MINIO = "http://keeper:hunter2@minio.example:9000"  # pragma: allowlist secret
SAFE = "https://minio.example:9000"
AZURE = "DefaultEndpointsProtocol={};AccountName=desk;AccountKey=hunter2"  # pragma: allowlist secret
GOOD: list[tuple[str, dict[str, str]]] = [
    ("", {"AWS_ENDPOINT_URL": MINIO}),
    ("/srv/files", {}),
    ("file:///srv/files", {}),
    ("local:///srv/files", {}),
    ("memory://bucket/files", {}),
    ("https://files.example/here", {}),
    (BUCKET, {}),
    (BUCKET, {"AWS_ENDPOINT_URL": SAFE, "AWS_ENDPOINT_URL_S3": SAFE, "AWS_ENDPOINT_URL_SQS": MINIO}),
    (BUCKET, {"FSSPEC_S3_ENDPOINT_URL": SAFE, "FSSPEC_S3": json.dumps({"use_ssl": True, "key": "k"})}),
    (BUCKET, {"FSSPEC_GCS_ENDPOINT_URL": MINIO, "STORAGE_EMULATOR_HOST": "emulator.example:4443"}),
    (BUCKET, {"FSSPEC_S3_CONFIG_KWARGS": json.dumps({"proxies": {"https": "http://proxy.example:3128"}})}),
    (f"simplecache::{BUCKET}", {}),
    ("gs://bucket/files", {}),
    ("abfs://box/files", {"FSSPEC_ABFS_CONNECTION_STRING": AZURE.format("https")}),
]
OPEN: dict[str, tuple[str, dict[str, str], str]] = {
    "of AWS for S3": (BUCKET, {"AWS_ENDPOINT_URL_S3": MINIO}, "AWS_ENDPOINT_URL_S3"),
    "of AWS for all": (BUCKET, {"AWS_ENDPOINT_URL": MINIO.upper()}, "AWS_ENDPOINT_URL"),
    "of fsspec": (BUCKET, {"FSSPEC_S3_ENDPOINT_URL": MINIO}, "FSSPEC_S3"),
    "under the other name": (BUCKET, {"FSSPEC_S3A_ENDPOINT_URL": MINIO}, "FSSPEC_S3A"),
    "of fsspec as JSON": (BUCKET, {"FSSPEC_S3": json.dumps({"endpoint_url": MINIO})}, "FSSPEC_S3"),
    "for its client": (BUCKET, {"FSSPEC_S3_CLIENT_KWARGS": json.dumps({"endpoint_url": MINIO})}, "FSSPEC_S3"),
    "behind a cache": (f"filecache::{BUCKET}", {"AWS_ENDPOINT_URL": MINIO}, "AWS_ENDPOINT_URL"),
    "in the address": (f"{BUCKET}?endpoint_url={MINIO}", {}, "RCP_FILES_URL"),
    "plain HTTP": ("http://minio.example/files", {}, "RCP_FILES_URL"),
    "unknown hosts": ("sftp://minio.example/files", {}, "RCP_FILES_URL"),
    "Google's": ("gs://b", {"FSSPEC_GCS_ENDPOINT_URL": MINIO}, "FSSPEC_GCS"),
    "Google's emulator": ("gcs://b", {"STORAGE_EMULATOR_HOST": "minio.example:4443"}, "STORAGE_EMULATOR_HOST"),
    "Azure's": ("az://b", {"FSSPEC_ABFS_CONNECTION_STRING": f"BlobEndpoint={MINIO}"}, "FSSPEC_ABFS"),
}
CARELESS: list[tuple[str, dict[str, str], str]] = [
    (BUCKET, {"FSSPEC_S3_USE_SSL": "False"}, "use_ssl"),
    (BUCKET, {"FSSPEC_S3": json.dumps({"client_kwargs": {"use_ssl": False}})}, "use_ssl"),
    (BUCKET, {"FSSPEC_S3_CLIENT_KWARGS": json.dumps({"verify": False})}, "verify"),
    ("abfs://bucket/files", {"FSSPEC_ABFS_CONNECTION_STRING": AZURE.format("HTTP")}, "DefaultEndpointsProtocol=https"),
]


def found_in(address: str, environment: dict[str, str], home: Path) -> list[tuple[str, str, str]]:
    """What is told, where a home folder holds nothing that isn't said."""
    return list(list_open_stores(address, {"HOME": str(home)} | environment))


@pytest.mark.parametrize(("address", "environment"), GOOD, ids=str)
def test_a_store_of_this_machine_or_with_certificates_looked_at_is_fine(
    address: str, environment: dict[str, str], tmp_path: Path
) -> None:
    assert found_in(address, environment, tmp_path) == []


@pytest.mark.parametrize("name", OPEN)
def test_a_store_in_clear_is_named_wherever_its_address_is_written(name: str, tmp_path: Path) -> None:
    address, environment, setting = OPEN[name]

    ((where, host, what),) = found_in(address, environment, tmp_path)

    assert setting in where
    assert host == "minio.example"
    assert "hunter2" not in f"{where} {host} {what}"


@pytest.mark.parametrize(("address", "environment", "word"), CARELESS, ids=str)
def test_certificates_that_are_not_looked_at_are_told_with_the_word_that_says_so(
    address: str, environment: dict[str, str], word: str, tmp_path: Path
) -> None:
    ((_where, host, what),) = found_in(address, environment, tmp_path)

    assert (host, word in what) == ("bucket", True)
    assert "hunter2" not in what


def test_a_kind_of_store_without_a_host_is_told_too(tmp_path: Path) -> None:
    ((_where, host, _what),) = found_in("hdfs:///files", {}, tmp_path)
    assert host == "a store of the kind hdfs"
    assert found_in("dir://files", {}, tmp_path)


@pytest.mark.parametrize("file", ["conf.ini", "conf.json"])
def test_files_of_fsspec_count(file: str, tmp_path: Path) -> None:
    ini, written = f"[s3]\nendpoint_url = {MINIO}\n", json.dumps({"s3": {"client_kwargs": {"endpoint_url": MINIO}}})
    for folder, environment in (
        (tmp_path / "named", {"FSSPEC_CONFIG_DIR": str(tmp_path / "named")}),
        (tmp_path / ".config" / "fsspec", {}),
    ):
        folder.mkdir(parents=True)
        (folder / file).write_text(ini if file.endswith("ini") else written, "utf-8")
        ((_where, host, _what),) = found_in(BUCKET, environment, tmp_path)
        assert host == "minio.example"


@pytest.mark.parametrize("variable", ["", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"])
def test_files_of_aws_count(variable: str, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere" if variable else tmp_path / ".aws" / "config"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"[default]\nservices = inside\n\n[services inside]\ns3 =\n  endpoint_url = {MINIO}\n", "utf-8")

    ((where, host, _what),) = found_in(BUCKET, {variable: str(file)} if variable else {}, tmp_path)

    assert (str(file) in where, host) == (True, "minio.example")
    file.write_text(f"[default]\nendpoint_url = {SAFE}\n", "utf-8")
    assert found_in(BUCKET, {variable: str(file)} if variable else {}, tmp_path) == []


def test_fsspec_reads_these_variables_as_they_are_read_here() -> None:
    """A store really gets what `FSSPEC_…` says: were it no longer so, the look at them would be for nothing."""
    options: dict[str, dict[str, object]] = {}
    set_conf_env(options, {"FSSPEC_MEMORY_ENDPOINT_URL": MINIO})

    given = apply_config(fsspec.get_filesystem_class("memory"), {}, options)

    assert given == {"endpoint_url": MINIO}


def test_production_does_not_start_and_doctor_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", MINIO)
    values: dict[str, object] = {"data_dir": tmp_path, "production": True, "files_url": BUCKET}
    settings = Settings(**values)  # ty: ignore[invalid-argument-type]

    sentence = r"AWS_ENDPOINT_URL_S3 leads to minio\.example: write https://"
    with pytest.raises(InvalidInput, match=sentence), build_app(settings):
        pass
    told = {each.name: each for each in examine_server(settings)}["connections"]
    assert (told.good, told.needed, "minio.example" in told.message) == (False, True, True)
    named = Settings(**(values | {"plain_hosts": "minio.example"}))  # ty: ignore[invalid-argument-type]
    assert {each.name: each for each in examine_server(named)}["connections"].good
