#!/usr/bin/env python3
"""Runs publication-metrics over OpenAlex's snapshot of works, by Apache Spark.

The snapshot is a folder of `updated_date=YYYY-MM-DD/*.gz`, with a work on each line. For each date the output has a folder
of the same name, with `outcome=usable` and, where there is need of it, `outcome=unusable` in it: gzipped lines, in the order
of the works of a file. An unusable work is kept as it was, beside the reason.

The program is a filter without state, so Spark may run it again wherever a task was lost. What a task writes is seen when the
whole date is done, and a date that was done before is left alone unless its works are younger. So a job that was broken off
is started again with the same words, and nothing is written twice.
"""

import argparse
import json
import os
import re
import shlex
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed

from pyspark.errors import PySparkException
from pyspark.sql import Observation, SparkSession
from pyspark.sql.functions import col, count_if

USABLE, UNUSABLE = "usable", "unusable"


class Storage:
    """Folders wherever Spark can read and write. PySpark has no public face to them, so this is Hadoop's own."""

    def __init__(self, spark, folder):
        context = spark.sparkContext
        self._path = context._jvm.org.apache.hadoop.fs.Path
        self._files = self._path(folder).getFileSystem(context._jsc.hadoopConfiguration())
        self.folder = folder

    def dates(self):
        """The names of the folders for a date, in order."""
        if not self._files.exists(self._path(self.folder)):
            return []
        entries = self._files.listStatus(self._path(self.folder))
        names = (it.getPath().getName() for it in entries if it.isDirectory())
        return sorted(name for name in names if name.startswith("updated_date="))

    def works(self, date):
        """The files of a date, and when the youngest was written, in milliseconds since 1970."""
        entries = self._files.listStatus(self._path(self.folder, date))
        files = [it for it in entries if it.getPath().getName().endswith(".gz")]
        return [it.getPath().toString() for it in files], max((it.getModificationTime() for it in files), default=0)

    def done(self, date):
        """When a date was done, in milliseconds since 1970: Spark marks that last. None where it is not."""
        mark = self._path(f"{self.folder}/{date}/_SUCCESS")
        return self._files.getFileStatus(mark).getModificationTime() if self._files.exists(mark) else None


def outcome(line):
    """What became of a work, by the line that the program wrote for it."""
    # A usable record may have a field of that name, but never these two alone.
    is_error = line.startswith('{"error":') and json.loads(line).keys() == {"error", "input"}
    return UNUSABLE if is_error else USABLE


def run(spark, program, files, output):
    """Writes what the program makes of these files, and tells how many works were usable, and how many not."""
    # Read by the SQL reader, since that names the file in which it fails.
    works = spark.read.text(files).rdd.map(lambda row: row.value)
    lines = works.pipe(program, environment(), checkCode=True)
    rows = lines.map(lambda line: (outcome(line), line))
    counts = Observation()
    (
        spark.createDataFrame(rows, "outcome string, line string", verifySchema=False)
        .observe(counts, *(count_if(col("outcome") == it).alias(it) for it in (USABLE, UNUSABLE)))
        .write.partitionBy("outcome")
        .option("compression", "gzip")
        .mode("overwrite")
        .text(output)
    )
    return counts.get[USABLE], counts.get[UNUSABLE]


def environment():
    """All of the driver's environment that the program gets: where to find it."""
    return {"PATH": os.environ.get("PATH", os.defpath)}


def reason(error):
    """What failed, and in which file where that is known, out of the text of a failure of Spark's."""
    text = str(error)
    told = re.findall(r"^(?:Caused by: |: )?([\w.]+(?:Error|Exception): .+)$", text, re.MULTILINE)
    return " · ".join(dict.fromkeys(told[-2:])) or text.partition("\n")[0]


def every_date(spark, program, works, output):
    """Does what is not done yet, several dates at a time, and gives the failures by their date."""
    source, target = Storage(spark, works), Storage(spark, output)
    dates = source.dates()
    if not dates:
        raise FileNotFoundError(f"{works} has no folder updated_date=…")
    for date in sorted(set(target.dates()) - set(dates)):
        print(f"{date}: is in the output, and no longer in the snapshot")

    def one(date):
        files, written = source.works(date)
        done = target.done(date)
        if not files or (done is not None and done >= written):
            return None
        return run(spark, program, files, f"{output}/{date}")

    failures = {}
    # Most dates are a single small file, and keep a single core busy.
    with ThreadPoolExecutor(spark.sparkContext.defaultParallelism) as threads:
        runs = {threads.submit(one, date): date for date in dates}
        for ended in as_completed(runs):
            date = runs[ended]
            try:
                counts = ended.result()
            except Exception as error:
                failures[date] = error
                print(f"{date}: failed: {reason(error)}", file=sys.stderr, flush=True)
            else:
                told = "nothing to do" if counts is None else f"{counts[0]} usable, {counts[1]} unusable"
                print(f"{date}: {told}", flush=True)
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("works", help="the folder of the snapshot that has the folders updated_date=…")
    parser.add_argument("output", help="the folder to write to")
    parser.add_argument(
        "command",
        nargs=argparse.REMAINDER,
        default=["convert"],
        help="convert, or render with its options; convert where it is not said",
    )
    parser.add_argument("--program", default="publication-metrics", help="where the program is on each machine")
    arguments = parser.parse_args()

    spark = (
        SparkSession.builder.appName("publication-metrics")
        # With a file open for each outcome, rows need not be sorted, and stay in order.
        .config("spark.sql.maxConcurrentOutputFileWriters", 2)
        .getOrCreate()
    )
    # Spark runs a task on every core, and a task one program.
    threads = spark.conf.get("spark.task.cpus", "1")
    command = arguments.command or ["convert"]
    program = shlex.join([arguments.program, *command, "--inline-errors", "--threads", threads])
    try:
        # Where it is missing, each date would fail in turn.
        versions = spark.sparkContext.parallelize([""], 1).pipe(f"{shlex.quote(arguments.program)} --version", environment(), True)
        print(*versions.collect())
        failures = every_date(spark, program, arguments.works.rstrip("/"), arguments.output.rstrip("/"))
    except FileNotFoundError as error:
        sys.exit(str(error))
    except PySparkException as error:
        sys.exit(f"{arguments.program} cannot be run on Spark's machines: {reason(error)}")
    finally:
        spark.stop()
    if failures:
        sys.exit(f"{len(failures)} of the dates failed; the same command tries them again")


if __name__ == "__main__":
    main()
