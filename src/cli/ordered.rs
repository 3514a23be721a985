//! Work on the lines of a stream: by several threads, in order, and in constant memory.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use super::each::Made;

/// How much of a stream one thread works on at a time, in bytes: enough that handing it over costs little.
const BATCH: usize = 1 << 18;

/// How many batches are under way for each thread, read, worked on or waiting to be written.
const AHEAD: usize = 4;

/// Some lines of the stream.
struct Batch {
    /// Where it stands among the batches.
    number: usize,
    /// The number of its first line, from 1.
    line: usize,
    text: Vec<u8>,
}

/// What some lines gave.
struct Results {
    number: usize,
    text: Vec<u8>,
    faults: Vec<(usize, String)>,
}

/// Works on each line that is not blank, writes what it gives in the order of the lines, and tells of each fault with the
/// number of its line. By so many threads, or by one for each core.
pub fn each_line(
    mut input: impl BufRead,
    output: &mut (dyn Write + Send),
    threads: Option<NonZero<usize>>,
    work: &(dyn Fn(&[u8]) -> Made + Sync),
    fault: &mut (dyn FnMut(usize, &str) + Send),
) -> io::Result<()> {
    let threads = threads
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZero::get);
    let under_way = threads * AHEAD;
    let (jobs, to_do) = sync_channel::<Batch>(under_way);
    let (results, done) = channel::<Results>();
    // A batch is read only when one before it has been written: however slow one is, the others do not pile up.
    let (written, room) = channel::<()>();
    for _ in 0..under_way {
        let _ = written.send(());
    }
    let to_do = Mutex::new(to_do);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (to_do, results) = (&to_do, results.clone());
            scope.spawn(move || work_off(to_do, &results, work));
        }
        drop(results);
        let writer = scope.spawn(move || write_in_order(&done, &written, output, fault));
        let read = read_batches(&mut input, &jobs, &room);
        drop(jobs);
        let wrote = writer
            .join()
            .unwrap_or_else(|_| Err(io::Error::other("the writer stopped")));
        // Where nothing could be written any more, that is why the reading ended.
        wrote.and(read)
    })
}

fn read_batches(
    input: &mut dyn BufRead,
    jobs: &SyncSender<Batch>,
    room: &Receiver<()>,
) -> io::Result<()> {
    let (mut number, mut line) = (0, 1);
    loop {
        let mut text = Vec::with_capacity(BATCH + BATCH / 4);
        let first = line;
        while text.len() < BATCH && input.read_until(b'\n', &mut text)? > 0 {
            line += 1;
        }
        let batch = Batch {
            number,
            line: first,
            text,
        };
        // The other ends are gone where the writer has failed.
        if batch.text.is_empty() || room.recv().is_err() || jobs.send(batch).is_err() {
            return Ok(());
        }
        number += 1;
    }
}

fn work_off(
    to_do: &Mutex<Receiver<Batch>>,
    results: &Sender<Results>,
    work: &(dyn Fn(&[u8]) -> Made + Sync),
) {
    loop {
        let batch = match to_do.lock() {
            Ok(to_do) => to_do.recv(),
            Err(_) => return,
        };
        let Ok(batch) = batch else { return };
        let mut result = Results {
            number: batch.number,
            text: Vec::with_capacity(batch.text.len()),
            faults: Vec::new(),
        };
        for (at, line) in batch.text.split(|byte| *byte == b'\n').enumerate() {
            if line.trim_ascii().is_empty() {
                continue;
            }
            match work(line) {
                Ok(text) => result.text.extend(text),
                Err(message) => result.faults.push((batch.line + at, message)),
            }
        }
        if results.send(result).is_err() {
            return;
        }
    }
}

fn write_in_order(
    done: &Receiver<Results>,
    written: &Sender<()>,
    output: &mut dyn Write,
    fault: &mut dyn FnMut(usize, &str),
) -> io::Result<()> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for result in done {
        waiting.insert(result.number, result);
        while let Some(result) = waiting.remove(&next) {
            output.write_all(&result.text)?;
            for (line, message) in result.faults {
                fault(line, &message);
            }
            next += 1;
            let _ = written.send(());
        }
    }
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(input: &str) -> (String, Vec<(usize, String)>) {
        let mut output = Vec::new();
        let mut faults = Vec::new();
        let work = |line: &[u8]| match line {
            b"bad" => Err("is bad".to_owned()),
            line => Ok([line, b"!\n"].concat()),
        };
        let fault = &mut |line: usize, message: &str| faults.push((line, message.to_owned()));
        each_line(input.as_bytes(), &mut output, None, &work, fault)
            .expect("no fault of the streams");
        (String::from_utf8(output).expect("text"), faults)
    }

    #[test]
    fn lines_stay_in_order_and_faults_have_theirs() {
        let (output, faults) = run("a\n\nbad\nb");
        assert_eq!(output, "a!\nb!\n");
        assert_eq!(faults, [(3, "is bad".to_owned())]);
        assert_eq!(run("").0, "");

        let many: Vec<String> = (0..200_000).map(|it| it.to_string()).collect();
        let (output, _) = run(&many.join("\n"));
        let read: Vec<&str> = output.lines().map(|it| it.trim_end_matches('!')).collect();
        assert!(read == many);
    }

    #[test]
    fn an_output_that_ends_early_ends_the_work() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let endless = io::BufReader::new(io::repeat(b'\n').take(1 << 26).chain(&b"x\n"[..]));
        let text = io::BufReader::new(&b"a\n"[..]).chain(endless);
        let work = |line: &[u8]| Ok(line.to_vec());
        let error = each_line(text, &mut Closed, None, &work, &mut |_, _| {}).expect_err("closed");
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }

    use std::io::Read;
}
