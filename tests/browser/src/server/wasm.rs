//! Broken editions of the shipped wasm.

use anyhow::{Context, Result};
use walrus::ir::BinaryOp;
use walrus::{ConstExpr, ExportItem, FunctionBuilder, Module, ValType, ir::Value};

/// The same module, whose exported function traps when an instance is called for the `nth` time,
/// from 1, and ever after.
pub fn trapping(wasm: &[u8], export: &str, nth: i32) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm).context("the shipped wasm cannot be read")?;
    let sound = module
        .exports
        .get_func(export)
        .with_context(|| format!("the shipped wasm exports no function {export}"))?;
    let signature = module.types.get(module.funcs.get(sound).ty());
    let (parameters, results) = (signature.params().to_vec(), signature.results().to_vec());
    let arguments: Vec<_> = parameters
        .iter()
        .map(|kind| module.locals.add(*kind))
        .collect();
    let zero = ConstExpr::Value(Value::I32(0));
    let calls = module.globals.add_local(ValType::I32, true, false, zero);

    let mut function = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let mut body = function.func_body();
    body.global_get(calls)
        .i32_const(1)
        .binop(BinaryOp::I32Add)
        .global_set(calls);
    body.global_get(calls)
        .i32_const(nth)
        .binop(BinaryOp::I32GeS)
        .if_else(
            None,
            |trap| {
                trap.unreachable();
            },
            |_| {},
        );
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.call(sound);
    let trapping = function.finish(arguments, &mut module.funcs);
    module.exports.remove(export)?;
    module.exports.add(export, ExportItem::Function(trapping));
    Ok(module.emit_wasm())
}
