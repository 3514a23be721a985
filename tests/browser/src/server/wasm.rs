//! Broken editions of the shipped wasm.

use anyhow::{Context, Result, ensure};
use walrus::ir::{BinaryOp, Value};
use walrus::{ConstExpr, ExportItem, FunctionBuilder, FunctionId, Module, RefType, ValType};

/// A call from the page into the wasm. The build gives exports names of its own, so they are told by
/// their types.
#[derive(Clone, Copy)]
pub enum Call {
    /// `mount(root, reading, settings, shell)`, which gives a handle.
    Mount,
    /// `update(handle, reading, settings)`, and whatever tells a closure of an event.
    Change,
}

impl Call {
    fn signature(self) -> (&'static [ValType], &'static [ValType]) {
        const NUMBER: ValType = ValType::I32;
        const OBJECT: ValType = ValType::Ref(RefType::EXTERNREF);
        match self {
            Self::Mount => (&[OBJECT, NUMBER, OBJECT, OBJECT], &[NUMBER]),
            Self::Change => (&[NUMBER, NUMBER, OBJECT], &[]),
        }
    }
}

/// The same module, in which such a call traps when it is made for the `nth` time in an instance,
/// from 1, and ever after.
pub fn trapping(wasm: &[u8], call: Call, nth: i32) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm)?;
    let signature = call.signature();
    let exports: Vec<(String, FunctionId)> = module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(function) => Some((export.name.clone(), function)),
            _ => None,
        })
        .filter(|(_, function)| {
            let kind = module.types.get(module.funcs.get(*function).ty());
            (kind.params(), kind.results()) == signature
        })
        .collect();
    ensure!(
        !exports.is_empty(),
        "the wasm has no export of the type {signature:?}"
    );
    for (name, sound) in exports {
        let trapping = trap_before(&mut module, sound, signature, nth);
        module.exports.remove(&name)?;
        module.exports.add(&name, ExportItem::Function(trapping));
    }
    Ok(module.emit_wasm())
}

/// The same module, whose memory cannot grow beyond what it needs to begin with and a little more.
pub fn starved(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm)?;
    let memory = module
        .memories
        .iter_mut()
        .next()
        .context("the wasm has no memory")?;
    memory.maximum = Some(memory.initial + 8);
    Ok(module.emit_wasm())
}

/// A function that counts its calls and traps, or calls the sound one.
fn trap_before(
    module: &mut Module,
    sound: FunctionId,
    (parameters, results): (&[ValType], &[ValType]),
    nth: i32,
) -> FunctionId {
    let arguments: Vec<_> = parameters
        .iter()
        .map(|kind| module.locals.add(*kind))
        .collect();
    let zero = ConstExpr::Value(Value::I32(0));
    let calls = module.globals.add_local(ValType::I32, true, false, zero);
    let mut function = FunctionBuilder::new(&mut module.types, parameters, results);
    let mut body = function.func_body();
    body.global_get(calls)
        .i32_const(1)
        .binop(BinaryOp::I32Add)
        .global_set(calls);
    body.global_get(calls)
        .i32_const(nth)
        .binop(BinaryOp::I32GeS);
    body.if_else(
        None,
        |reached| {
            reached.unreachable();
        },
        |_| {},
    );
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.call(sound);
    function.finish(arguments, &mut module.funcs)
}
