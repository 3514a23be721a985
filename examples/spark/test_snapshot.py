"""The job in Spark's local mode, on the real program: `python -m unittest` in this folder, with the program on the PATH."""

import contextlib
import gzip
import io
import json
import os
import shlex
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from pyspark.sql import SparkSession

import snapshot

HERE = Path(__file__).resolve().parent
RECORDS = HERE.parents[2] / "shared/records/openalex"
CONVERT = "publication-metrics convert --inline-errors --threads 1"
# How often Spark tries a task, which in local mode is once unless that is said.
TRIES = 3


def work(number):
    """A work as OpenAlex writes it."""
    identifier = {"id": f"https://openalex.org/W{number}", "doi": f"https://doi.org/10.1000/{number}"}
    # U+2028 ends lines in some languages, and none in JSON's.
    return json.dumps(identifier | {"display_name": f"Nº\u2028{number}", "cited_by_count": number, "authorships": []}, ensure_ascii=False)


def lay(works, date, files):
    """Writes the files of a date, each of these lines."""
    folder = works / f"updated_date={date}"
    folder.mkdir(parents=True)
    for number, lines in enumerate(files):
        with gzip.open(folder / f"part_{number:03}.gz", "wt", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)


def written(output, date, outcome):
    """The lines of an outcome, in their order within a file."""
    files = sorted(output.glob(f"updated_date={date}/outcome={outcome}/*.gz"))
    return [line for file in files for line in gzip.open(file, "rt", encoding="utf-8").read().removesuffix("\n").split("\n")]


def converted(lines):
    """What the program makes of these lines without Spark."""
    run = subprocess.run(shlex.split(CONVERT), input="\n".join(lines), capture_output=True, check=True, encoding="utf-8")
    return run.stdout.removesuffix("\n").split("\n")


class Snapshot(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        builder = SparkSession.builder.master(f"local[2,{TRIES}]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        # A failed task is expected here, and its trace no news.
        builder = builder.config("spark.log.level", "OFF").config("spark.sql.maxConcurrentOutputFileWriters", 2)
        cls.spark = builder.getOrCreate()
        # As spark-submit does with the job itself.
        cls.spark.sparkContext.addPyFile(str(HERE / "snapshot.py"))

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.works, self.output = self.root / "works", self.root / "output"

    def run_job(self, program=CONVERT):
        """Runs the job, and gives what it told and the dates that failed."""
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            failures = snapshot.every_date(self.spark, program, str(self.works), str(self.output))
        return told.getvalue(), sorted(failures)

    def program(self, before_dying):
        """A program that does this and dies when it is run for the first time, and is the real one from then on."""
        program, mark = self.root / "program", self.root / "died"
        real = f"exec {CONVERT}"
        program.write_text(f"#!/bin/sh\nif mkdir {mark} 2>/dev/null; then {before_dying}; fi\n{real}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return str(program), mark

    def test_every_work_is_converted_in_order_and_once(self):
        lines = [work(number) for number in range(500)]
        lay(self.works, "2024-01-01", [lines[:200], lines[200:300]])
        lay(self.works, "2024-02-01", [lines[300:]])
        told, failed = self.run_job()
        self.assertEqual(failed, [])
        self.assertIn("updated_date=2024-01-01: 300 usable, 0 unusable", told)
        self.assertEqual(sorted(written(self.output, "2024-01-01", "usable")), sorted(converted(lines[:300])))
        self.assertEqual(written(self.output, "2024-02-01", "usable"), converted(lines[300:]))

    def test_the_shared_records_come_out_as_without_spark(self):
        if not RECORDS.exists():
            self.skipTest(f"there are no records in {RECORDS}")
        lines = [json.dumps(json.loads(file.read_text())) for file in sorted(RECORDS.glob("*.json"))]
        self.assertGreater(len(lines), 20)
        lay(self.works, "2024-01-01", [lines])
        _, failed = self.run_job()
        self.assertEqual(failed, [])
        self.assertEqual(written(self.output, "2024-01-01", "usable"), converted(lines))

    def test_an_unusable_work_is_kept_beside_the_reason_and_the_others_go_on(self):
        # The last is of our own dialect, with a field of the page's.
        own = '{"error":"none","title":"A"}'
        lay(self.works, "2024-01-01", [[work(1), "{", work(2), own]])
        told, failed = self.run_job()
        self.assertEqual(failed, [])
        self.assertIn("3 usable, 1 unusable", told)
        [unusable] = map(json.loads, written(self.output, "2024-01-01", "unusable"))
        self.assertEqual(unusable["input"], "{")
        self.assertIn("not JSON", unusable["error"])
        self.assertEqual(written(self.output, "2024-01-01", "usable"), converted([work(1), work(2), own]))

    def test_a_lost_task_is_tried_again_and_nothing_is_written_twice(self):
        lines = [work(number) for number in range(20_000)]
        lay(self.works, "2024-01-01", [lines])
        # It dies, as by a lack of memory, when half of its work is written.
        program, died = self.program(f"head -n 10000 | {CONVERT}; kill -9 $$")
        _, failed = self.run_job(program)
        self.assertEqual(failed, [])
        self.assertTrue(died.exists())
        self.assertEqual(written(self.output, "2024-01-01", "usable"), converted(lines))

    def test_a_program_that_fails_each_time_fails_its_date_and_writes_nothing(self):
        lay(self.works, "2024-01-01", [[work(1)]])
        told, failed = self.run_job("sh -c 'cat; exit 2'")
        self.assertEqual(failed, ["updated_date=2024-01-01"])
        self.assertIn("error code 2", told)
        self.assertEqual(written(self.output, "2024-01-01", "usable"), [])
        # As it does after a job that was broken off, the same job goes on from there.
        _, failed = self.run_job()
        self.assertEqual((failed, written(self.output, "2024-01-01", "usable")), ([], converted([work(1)])))

    def test_a_file_that_breaks_off_fails_its_date_by_name_and_no_other(self):
        lines = [work(number) for number in range(5000)]
        lay(self.works, "2024-01-01", [lines])
        lay(self.works, "2024-01-02", [lines[:3]])
        file = self.works / "updated_date=2024-01-01/part_000.gz"
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        told, failed = self.run_job()
        self.assertEqual(failed, ["updated_date=2024-01-01"])
        self.assertIn("part_000.gz", told)
        self.assertEqual(written(self.output, "2024-01-01", "usable"), [])
        self.assertEqual(len(written(self.output, "2024-01-02", "usable")), 3)
        file.write_bytes(whole)
        told, failed = self.run_job()
        self.assertEqual((failed, written(self.output, "2024-01-01", "usable")), ([], converted(lines)))
        self.assertIn("updated_date=2024-01-02: nothing to do", told)

    def test_only_younger_works_are_converted_again(self):
        lay(self.works, "2024-01-01", [[work(1), work(2)]])
        lay(self.works, "2024-01-02", [[work(3)]])
        self.run_job()
        # In the next snapshot, a work has been updated, and so has moved to another date.
        with gzip.open(self.works / "updated_date=2024-01-01/part_000.gz", "wt") as file:
            file.write(f"{work(1)}\n")
        later = (self.output / "updated_date=2024-01-01/_SUCCESS").stat().st_mtime + 1
        os.utime(self.works / "updated_date=2024-01-01/part_000.gz", (later, later))
        lay(self.works, "2024-03-01", [[work(2)]])
        told, _ = self.run_job()
        self.assertIn("updated_date=2024-01-01: 1 usable", told)
        self.assertIn("updated_date=2024-01-02: nothing to do", told)
        self.assertIn("updated_date=2024-03-01: 1 usable", told)
        self.assertEqual(written(self.output, "2024-01-01", "usable"), converted([work(1)]))


class Command(unittest.TestCase):
    def submit(self, *words):
        submit = Path(sys.executable).with_name("spark-submit")
        local = ["--master", f"local[2,{TRIES}]", "--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=ERROR"]
        environment = os.environ | {"PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
        return subprocess.run([submit, *local, HERE / "snapshot.py", *words], env=environment, capture_output=True, text=True)

    def test_render_is_a_filter_as_well(self):
        with tempfile.TemporaryDirectory() as root:
            works, output = Path(root) / "works", Path(root) / "output"
            lay(works, "2024-01-01", [[work(1), work(2)]])
            run = self.submit(works, output, "render", "--layout", "card", "--lang", "es", "--fragment")
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertIn("updated_date=2024-01-01: 2 usable, 0 unusable", run.stdout)
            cards = written(output, "2024-01-01", "usable")
            self.assertEqual(len(cards), 2)
            self.assertTrue(all(card.startswith("<div") and "cita" in card for card in cards), cards)

    def test_what_is_missing_is_named(self):
        with tempfile.TemporaryDirectory() as root:
            run = self.submit(f"{root}/works", f"{root}/output")
            # Spark writes all that the job writes to its own output.
            self.assertEqual(run.returncode, 1)
            self.assertIn(f"{root}/works has no folder updated_date=…", run.stdout)
            run = self.submit("--program", f"{root}/program", f"{root}/works", f"{root}/output")
            self.assertEqual(run.returncode, 1)
            self.assertIn(f"{root}/program cannot be run on Spark's machines: FileNotFoundError", run.stdout)


if __name__ == "__main__":
    # What it tells belongs to what it says, as with other tests.
    unittest.main(testRunner=unittest.TextTestRunner(stream=sys.stdout))
