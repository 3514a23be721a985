//! The glue with its most frequent calls made quick.

use walrus::{ConstExpr, DataKind, Module, ir::Value};

use super::glue::items;

/// Where the linker puts a program's data: above the stack, which has this size unless something else is asked for.
pub const DATA_FROM: u32 = 1 << 20;

/// Reads a text out of the program's memory.
const TEXT: &str = "function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}
";

/// The same, but for texts of the program's own data, which never change, once each: names of elements and attributes are
/// most of what a widget reads.
const TEXT_ONCE: &str = "let dataEnd = 0;
const dataTexts = new Map();
function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    const isData = ptr >= DATA_FROM && ptr < dataEnd && len < 1024;
    const place = ptr * 1024 + len;
    let text = isData ? dataTexts.get(place) : undefined;
    if (text === undefined) {
        text = decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
        if (isData) dataTexts.set(place, text);
    }
    return text;
}
";

const SET_WASM: &str = "export function __wbg_set_wasm(val) {
    wasm = val;
}
";

/// Before the program runs, its memory is as large as its stack and its data.
const SET_WASM_AND_END: &str = "export function __wbg_set_wasm(val) {
    wasm = val;
    dataEnd = wasm.memory.buffer.byteLength;
}
";

/// Catches what JavaScript throws, for the program.
const CATCH: &str = "function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
";

/// The same, called only when something is thrown.
const CAUGHT: &str = "function handleError(e) {
";

/// Whether that is so.
pub fn has_data_above_stack(module: &Module) -> bool {
    module.data.iter().all(|data| match data.kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(offset)),
            ..
        } => u32::try_from(offset).is_ok_and(|offset| offset >= DATA_FROM),
        _ => false,
    })
}

/// The glue, with what a list of widgets calls thousands of times.
pub fn quick(glue: &str) -> String {
    let has_all = [TEXT, SET_WASM].into_iter().all(|it| glue.contains(it));
    let glue = if has_all {
        let text_once = TEXT_ONCE.replace("DATA_FROM", &DATA_FROM.to_string());
        let glue = glue.replace(TEXT, &text_once);
        glue.replace(SET_WASM, SET_WASM_AND_END)
    } else {
        glue.to_owned()
    };
    if !glue.contains(CATCH) {
        return glue;
    }
    items(&glue).into_iter().map(caught).collect()
}

/// A function that catches by itself what it hands over to be caught, without one more function for each call.
fn caught(item: &str) -> String {
    if let Some(rest) = item.strip_prefix(CATCH) {
        let body = rest.replacen("    }\n}\n", "}\n", 1);
        return [CAUGHT, &body].concat();
    }
    let parts = item
        .split_once("() { return handleError(function (")
        .and_then(|(name, rest)| {
            let (parameters, rest) = rest.split_once(") {\n")?;
            let (body, end) = rest.split_once("}, arguments); }\n")?;
            Some((name, parameters, body, end))
        });
    match parts {
        Some((name, parameters, body, end)) => format!(
            "{name}({parameters}) {{\n    try {{\n{body}    }} catch (e) {{\n        handleError(e);\n    }}\n}}\n{end}"
        ),
        None => item.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{SET_WASM, TEXT, quick};

    #[test]
    fn texts_of_the_data_are_read_once() {
        let glue = quick(&[TEXT, SET_WASM].concat());
        assert!(glue.contains("ptr >= 1048576 && ptr < dataEnd"), "{glue}");
        assert!(glue.contains("dataEnd = wasm.memory.buffer.byteLength;"));
        // Without one of the two, nothing is cached.
        assert_eq!(quick(TEXT), TEXT);
    }

    #[test]
    fn a_function_catches_by_itself() {
        let glue = "function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
    }
}

export function $b() { return handleError(function (arg0, arg1) {
    const ret = arg0.removeChild(arg1);
    return ret;
}, arguments); }
";
        assert_eq!(
            quick(glue),
            "function handleError(e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
}

export function $b(arg0, arg1) {
    try {
    const ret = arg0.removeChild(arg1);
    return ret;
    } catch (e) {
        handleError(e);
    }
}
"
        );
    }
}
