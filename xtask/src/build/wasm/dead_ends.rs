//! Cuts out what leads only to what is cut out already.
//!
//! wasm-opt drops what comes after a function that never returns. What comes before it stays, though it is run no
//! more than the function is: here it goes too, back to the last branch that leads elsewhere.

use std::collections::HashSet;

use walrus::ir::{Instr, InstrLocId, InstrSeqId, Unreachable};
use walrus::{FunctionId, LocalFunction, Module};

/// Cuts back to the last branch before each call of a function that is never run. A function in which every way leads
/// to one is never run either.
pub fn cut_back(module: &mut Module, mut never_run: HashSet<FunctionId>) {
    loop {
        let before = never_run.len();
        for (id, function) in module.funcs.iter_local_mut() {
            let entry = function.entry_block();
            let end = Cutter {
                function,
                never_run: &never_run,
            }
            .cut_back(entry);
            if end.is_dead && end.left_for.is_empty() {
                never_run.insert(id);
            }
        }
        if never_run.len() == before {
            return;
        }
    }
}

struct Cutter<'a> {
    function: &'a mut LocalFunction,
    never_run: &'a HashSet<FunctionId>,
}

/// How a sequence of instructions ends.
#[derive(Default)]
struct End {
    /// Whether to go through to its end is to call a function that is never run.
    is_dead: bool,
    /// The blocks that branches inside lead out to; a return leads to the function's own.
    left_for: HashSet<InstrSeqId>,
}

impl Cutter<'_> {
    fn cut_back(&mut self, sequence: InstrSeqId) -> End {
        let mut instructions = std::mem::take(&mut self.function.block_mut(sequence).instrs);
        let mut left_for = HashSet::new();
        // Where the last instruction that may lead elsewhere is past.
        let mut certain_from = 0;
        let mut dead = None;
        for (at, (instruction, _)) in instructions.iter().enumerate() {
            let end = self.end(instruction);
            if !end.left_for.is_empty() {
                left_for.extend(end.left_for);
                certain_from = at + 1;
            }
            if end.is_dead {
                dead = Some(certain_from);
                break;
            }
            if is_final(instruction) {
                break;
            }
        }
        if let Some(from) = dead {
            instructions.truncate(from);
            instructions.push((Unreachable {}.into(), InstrLocId::default()));
        }
        self.function.block_mut(sequence).instrs = instructions;
        // Who branches to the end of a block gets past it.
        let is_passed = left_for.remove(&sequence);
        End {
            is_dead: dead.is_some() && !is_passed,
            left_for,
        }
    }

    fn end(&mut self, instruction: &Instr) -> End {
        let for_blocks = |blocks: &[InstrSeqId]| End {
            is_dead: false,
            left_for: blocks.iter().copied().collect(),
        };
        match instruction {
            Instr::Call(call) => End {
                is_dead: self.never_run.contains(&call.func),
                ..End::default()
            },
            Instr::Block(block) => self.cut_back(block.seq),
            Instr::Loop(block) => self.cut_back(block.seq),
            Instr::IfElse(choice) => {
                let mut end = self.cut_back(choice.consequent);
                let other = self.cut_back(choice.alternative);
                end.is_dead &= other.is_dead;
                end.left_for.extend(other.left_for);
                end
            }
            Instr::Br(branch) => for_blocks(&[branch.block]),
            Instr::BrIf(branch) => for_blocks(&[branch.block]),
            Instr::BrTable(branch) => for_blocks(&[&branch.blocks[..], &[branch.default]].concat()),
            Instr::Return(_) => for_blocks(&[self.function.entry_block()]),
            _ => End::default(),
        }
    }
}

/// Whether nothing after it in its sequence is run.
fn is_final(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::Br(_) | Instr::BrTable(_) | Instr::Return(_) | Instr::Unreachable(_)
    )
}

#[cfg(test)]
mod tests {
    use walrus::Module;

    use super::cut_back;

    /// What is left of functions once the one named `$never` is never run.
    fn left(functions: &str) -> String {
        let wat = format!(
            r#"(module
                (import "a" "kept" (func $kept))
                (import "a" "lost" (func $lost))
                (func $never unreachable)
                {functions})"#
        );
        let mut module = Module::from_buffer(&wat::parse_str(wat).unwrap()).unwrap();
        let never = module.funcs.by_name("never").unwrap();
        cut_back(&mut module, [never].into());
        let text = wasmprinter::print_bytes(module.emit_wasm()).unwrap();
        let body = text.find("(func $f").expect("the function is there");
        text[body..].to_owned()
    }

    #[test]
    fn what_leads_there_for_certain_goes() {
        let text = left(r#"(func $f (export "f") call $lost (block call $lost call $never))"#);
        assert!(!text.contains("call $"), "{text}");
    }

    #[test]
    fn a_branch_that_leads_elsewhere_stays_with_what_comes_before_it() {
        let text = left(
            r#"(func $f (export "f") (param i32)
                (block $out call $kept (br_if $out (local.get 0)) call $lost call $never)
                call $kept)"#,
        );
        assert_eq!(text.matches("call $kept").count(), 2, "{text}");
        assert!(!text.contains("call $lost"), "{text}");
    }

    #[test]
    fn of_two_arms_only_the_one_that_leads_there_goes() {
        let choice = |other: &str| {
            left(&format!(
                r#"(func $f (export "f") (param i32)
                    call $kept
                    (if (local.get 0) (then call $lost call $never) (else {other})))"#
            ))
        };
        let text = choice("call $kept");
        assert_eq!(text.matches("call $kept").count(), 2, "{text}");
        assert!(!text.contains("call $lost"), "{text}");
        assert!(!choice("call $never").contains("call $"));
        // A return is a way out as well.
        assert!(choice("return").contains("call $kept"));
    }

    #[test]
    fn a_function_that_only_leads_there_is_a_dead_end_itself() {
        let text = left(
            r#"(func $between call $lost call $never)
                (func $f (export "f") call $lost call $between)"#,
        );
        assert!(!text.contains("call $"), "{text}");
    }

    #[test]
    fn a_panic_is_no_dead_end() {
        let text = left(r#"(func $f (export "f") call $kept unreachable)"#);
        assert!(text.contains("call $kept"), "{text}");
    }
}
