//! The products that take nearly all the time: 8-bit activations by 7-bit weights, summed in 32 bits, and what is done with the sums.
//!
//! Sums are integers that cannot overflow, and every floating-point step is one rounded operation, so that every way through here gives
//! the same bits on every processor.
#![expect(clippy::inline_always, reason = "the loops must be compiled into the functions that enable instructions, else they stay without")]
#![cfg_attr(
    target_arch = "x86_64",
    expect(unsafe_code, reason = "instructions are found at run time; measured against plain Rust: see the kernels")
)]

#[cfg(target_arch = "x86_64")]
mod x86;

use std::ops::Range;
use std::sync::LazyLock;

/// Outputs that stand side by side in the packed weights.
const LANES: usize = 8;

/// Inputs that are multiplied at once.
const GROUP: usize = 4;

/// Bytes of one step in the packed weights: four inputs for each of eight outputs.
const STEP: usize = GROUP * LANES;

/// Largest weight: 255 · 63 · 2 still fits into 16 bits, in which neighbouring products are summed first.
#[cfg(any(test, feature = "train"))]
pub(crate) const LARGEST_WEIGHT: f32 = 63.0;

/// Which instructions are used; the results are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kernel {
    /// 512-bit integers with products of bytes summed in one instruction.
    Avx512,
    /// 256-bit integers with products of bytes summed in one instruction.
    AvxVnni,
    /// 256-bit integers, on every processor of the last ten years.
    Avx2,
    /// 128-bit integers, on every x86-64 processor since 2006.
    Ssse3,
    /// Plain Rust.
    Portable,
}

static BEST: LazyLock<Kernel> = LazyLock::new(|| Kernel::ALL.into_iter().find(|kernel| kernel.is_available()).unwrap_or(Kernel::Portable));

impl Kernel {
    /// All of them, the fastest first.
    pub const ALL: [Self; 5] = [Self::Avx512, Self::AvxVnni, Self::Avx2, Self::Ssse3, Self::Portable];

    /// The fastest this processor has.
    pub fn best() -> Self {
        *BEST
    }

    /// Whether this processor has the instructions.
    pub fn is_available(self) -> bool {
        #[cfg(target_arch = "x86_64")]
        match self {
            Self::Avx512 => {
                let wide = is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512bw");
                wide && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("avx512vl")
                    && is_x86_feature_detected!("avx512vnni")
            }
            Self::AvxVnni => is_x86_feature_detected!("avx2") && is_x86_feature_detected!("avxvnni"),
            Self::Avx2 => is_x86_feature_detected!("avx2"),
            Self::Ssse3 => is_x86_feature_detected!("ssse3"),
            Self::Portable => true,
        }
        #[cfg(not(target_arch = "x86_64"))]
        {
            self == Self::Portable
        }
    }

    /// This one where the processor has it, else the fastest it has.
    #[must_use]
    pub fn or_best(self) -> Self {
        if self.is_available() { self } else { Self::best() }
    }
}

/// Outputs filled up to whole blocks.
pub(crate) const fn padded(outputs: usize) -> usize {
    outputs.next_multiple_of(LANES)
}

/// Packs `weights` (`outputs × inputs`, row after row; `inputs` a multiple of four) for [`product`].
#[cfg(any(test, feature = "train"))]
pub(crate) fn pack(weights: &[i8], inputs: usize) -> Vec<u8> {
    let outputs = weights.len() / inputs;
    let at = |output: usize, input: usize| if output < outputs { weights[output * inputs + input] as u8 } else { 0 };
    let mut packed = Vec::with_capacity(padded(outputs) * inputs);
    for block in (0..outputs).step_by(LANES) {
        for group in (0..inputs).step_by(GROUP) {
            for lane in 0..LANES {
                packed.extend((group..group + GROUP).map(|input| at(block + lane, input)));
            }
        }
    }
    packed
}

/// The inputs of a product: each row of `width` activations together with the `taps - 1` rows that follow it `dilation` rows apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Windows<'x> {
    /// The rows; the last `(taps - 1) * dilation` of them begin no window.
    pub(crate) x: &'x [u8],
    /// A multiple of four.
    pub(crate) width: usize,
    pub(crate) taps: usize,
    pub(crate) dilation: usize,
}

impl<'x> Windows<'x> {
    /// Each row alone.
    pub(crate) fn single(x: &'x [u8], width: usize) -> Self {
        Self { x, width, taps: 1, dilation: 0 }
    }

    /// How many activations a window has.
    pub(crate) fn inputs(&self) -> usize {
        self.taps * self.width
    }

    /// How many windows there are.
    pub(crate) fn rows(&self) -> usize {
        (self.x.len() / self.width).saturating_sub((self.taps - 1) * self.dilation)
    }
}

/// `out[row][output] = Σ window[row][input] · weight[output][input]`; `out` has `packed.len() / windows.inputs()` columns.
pub(crate) fn product(kernel: Kernel, windows: Windows<'_>, packed: &[u8], out: &mut [i32]) {
    match kernel {
        #[cfg(target_arch = "x86_64")]
        // SAFETY: a kernel that is not there is never in use (`or_best`).
        Kernel::Avx512 if windows.width.is_multiple_of(2 * GROUP) => unsafe { x86::product_avx512(windows, packed, out) },
        #[cfg(target_arch = "x86_64")]
        // SAFETY: as above.
        Kernel::AvxVnni => unsafe { x86::product_avx_vnni(windows, packed, out) },
        #[cfg(target_arch = "x86_64")]
        // SAFETY: as above; every processor with AVX-512 has AVX2.
        Kernel::Avx2 | Kernel::Avx512 => unsafe { x86::product_avx2(windows, packed, out) },
        #[cfg(target_arch = "x86_64")]
        // SAFETY: as above.
        Kernel::Ssse3 => unsafe { x86::product_ssse3(windows, packed, out) },
        _ => product_portable(windows, packed, out),
    }
}

fn product_portable(windows: Windows<'_>, packed: &[u8], out: &mut [i32]) {
    let Windows { x, width, taps, dilation } = windows;
    let inputs = windows.inputs();
    let outputs = packed.len() / inputs;
    for (row, out) in out.chunks_exact_mut(outputs).enumerate() {
        for (block, out) in packed.chunks_exact(inputs * LANES).zip(out.chunks_exact_mut(LANES)) {
            let mut sums = [0_i32; LANES];
            for (tap, block) in (0..taps).zip(block.chunks_exact(width * LANES)) {
                let x = &x[(row + tap * dilation) * width..][..width];
                for (x, weights) in x.as_chunks::<GROUP>().0.iter().zip(block.as_chunks::<STEP>().0) {
                    for (sum, weights) in sums.iter_mut().zip(weights.as_chunks::<GROUP>().0) {
                        for (x, &weight) in x.iter().zip(weights) {
                            *sum += i32::from(*x) * i32::from(weight as i8);
                        }
                    }
                }
            }
            out.copy_from_slice(&sums);
        }
    }
}

/// 1.5 · 2^23: added to a number of up to 22 bits, it leaves the number rounded to even in the lowest bits, on every processor alike.
const ROUNDING: f32 = 12_582_912.0;

#[inline(always)]
fn rounded(value: f32) -> i16 {
    (value.clamp(-32767.0, 32767.0) + ROUNDING).to_bits().wrapping_sub(ROUNDING.to_bits()) as i32 as i16
}

#[inline(always)]
fn add_rectified_inline(sums: &[i32], scale: &[f32], bias: &[f32], residual: &mut [i16]) {
    let width = scale.len();
    let bias = &bias[..width];
    for (sums, residual) in sums.chunks_exact(width).zip(residual.chunks_exact_mut(width)) {
        for index in 0..width {
            let value = (sums[index] as f32 * scale[index] + bias[index]).max(0.0);
            residual[index] = residual[index].saturating_add(rounded(value));
        }
    }
}

#[inline(always)]
fn round_inline(sums: &[i32], scale: &[f32], bias: &[f32], out: &mut [i16]) {
    let width = scale.len();
    let bias = &bias[..width];
    for (sums, out) in sums.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
        for index in 0..width {
            out[index] = rounded(sums[index] as f32 * scale[index] + bias[index]);
        }
    }
}

#[inline(always)]
fn scale_inline(sums: &[i32], scale: &[f32], bias: &[f32], out: &mut [f32]) {
    let width = scale.len();
    let bias = &bias[..width];
    for (sums, out) in sums.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
        for index in 0..width {
            out[index] = sums[index] as f32 * scale[index] + bias[index];
        }
    }
}

#[inline(always)]
fn quantize_inline(x: &[i16], scale: &[f32], zero: f32, out: &mut [u8]) {
    let width = scale.len();
    for (x, out) in x.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
        for index in 0..width {
            let value = (f32::from(x[index]) * scale[index] + zero).clamp(0.0, 255.0);
            out[index] = (value + ROUNDING).to_bits() as u8;
        }
    }
}

/// Numbers that are summed at once, in registers, over all rows: the parser's rows are as long as the first, the tagger's as the second.
const CHUNKS: [usize; 2] = [128, 64];

/// How many tokens ahead their rows are asked for: they lie anywhere in a table that is larger than the nearer caches.
const AHEAD: usize = 3;

/// Bytes that come into the cache at once.
const LINE: usize = 64;

#[inline(always)]
fn add_chunks<const CHUNK: usize>(rows: &[&[i16]], from: usize, sums: &mut [i16]) {
    for (index, sums) in sums.as_chunks_mut::<CHUNK>().0.iter_mut().enumerate() {
        let mut total = [0_i16; CHUNK];
        for row in rows {
            let Some(row) = row.get(from + index * CHUNK..).and_then(|row| row.first_chunk::<CHUNK>()) else { continue };
            for (sum, value) in total.iter_mut().zip(row) {
                *sum = sum.saturating_add(*value);
            }
        }
        *sums = total;
    }
}

#[inline(always)]
fn add_all_inline(rows: &[&[i16]], sums: &mut [i16]) {
    let [first, second] = CHUNKS;
    let (at_second, at_rest) = (sums.len() / first * first, sums.len() / second * second);
    add_chunks::<{ CHUNKS[0] }>(rows, 0, &mut sums[..at_second]);
    add_chunks::<{ CHUNKS[1] }>(rows, at_second, &mut sums[at_second..at_rest]);
    for (index, sum) in sums[at_rest..].iter_mut().enumerate() {
        *sum = rows.iter().filter_map(|row| row.get(at_rest + index)).fold(0, |sum: i16, value| sum.saturating_add(*value));
    }
}

/// Has the rows brought nearer while others are summed.
#[inline(always)]
fn prefetch(table: &[u8], width: usize, rows: &[u32]) {
    #[cfg(target_arch = "x86_64")]
    for &row in rows {
        let start = table.as_ptr().wrapping_add(row as usize * width);
        for line in (0..width).step_by(LINE) {
            // SAFETY: every processor of this kind has the instruction; it neither changes memory nor fails, whatever the place.
            unsafe { std::arch::x86_64::_mm_prefetch::<{ std::arch::x86_64::_MM_HINT_T0 }>(start.wrapping_add(line).cast()) };
        }
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = (table, width, rows);
}

#[inline(always)]
fn embed_chunks<const CHUNK: usize>(table: &[u8], width: usize, rows: &[u32], shift: u32, from: usize, x: &mut [i16]) {
    for (index, x) in x.as_chunks_mut::<CHUNK>().0.iter_mut().enumerate() {
        let mut total = [0_i16; CHUNK];
        for &row in rows {
            let start = row as usize * width + from + index * CHUNK;
            let Some(row) = table.get(start..).and_then(|row| row.first_chunk::<CHUNK>()) else { continue };
            for (sum, &value) in total.iter_mut().zip(row) {
                *sum += i16::from(value as i8);
            }
        }
        *x = total.map(|sum| sum << shift);
    }
}

#[inline(always)]
fn embed_inline(table: &[u8], rows: &[u32], shift: u32, x: &mut [i16]) {
    let width = x.len();
    let [first, second] = CHUNKS;
    let (at_second, at_rest) = (width / first * first, width / second * second);
    embed_chunks::<{ CHUNKS[0] }>(table, width, rows, shift, 0, &mut x[..at_second]);
    embed_chunks::<{ CHUNKS[1] }>(table, width, rows, shift, at_second, &mut x[at_second..at_rest]);
    for (index, x) in x[at_rest..].iter_mut().enumerate() {
        let values = rows.iter().filter_map(|&row| table.get(row as usize * width + at_rest + index));
        *x = values.map(|&value| i16::from(value as i8)).sum::<i16>() << shift;
    }
}

/// Embeds all tokens, each by the next `rows.len() / tokens` rows.
#[inline(always)]
fn embed_all_inline(table: &[u8], width: usize, rows: &[u32], shift: u32, x: &mut [i16]) {
    let tokens = x.len() / width;
    if let Some(each) = rows.len().checked_div(tokens).filter(|&each| each > 0) {
        // The tagger's rows are a line each, and of a few tokens at a time: nothing is won there.
        let mut ahead = rows[..if width > LINE { rows.len() } else { 0 }].chunks_exact(each);
        for rows in ahead.by_ref().take(AHEAD) {
            prefetch(table, width, rows);
        }
        for (rows, x) in rows.chunks_exact(each).zip(x.chunks_exact_mut(width)) {
            if let Some(rows) = ahead.next() {
                prefetch(table, width, rows);
            }
            embed_inline(table, rows, shift, x);
        }
    }
}

/// The two best of a row of scores.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct BestTwo {
    /// The first of the highest.
    pub(crate) best: usize,
    pub(crate) highest: f32,
    /// The first of the highest that are left.
    pub(crate) second: usize,
    pub(crate) next: f32,
}

/// No score is left out.
const NONE: usize = usize::MAX;

/// The highest score but that at `without`, and the first place where it stands; the scores are whole blocks.
fn first_highest(kernel: Kernel, scores: &[f32], without: usize) -> (f32, usize) {
    assert!(scores.len().is_multiple_of(LANES), "outputs are filled up to whole blocks");
    match kernel {
        #[cfg(target_arch = "x86_64")]
        // SAFETY: a kernel that is not there is never in use (`or_best`); all of these have AVX2.
        Kernel::Avx512 | Kernel::AvxVnni | Kernel::Avx2 => unsafe { x86::first_highest(scores, without) },
        _ => {
            let scores = scores.iter().enumerate().filter(|&(place, _)| place != without);
            scores.fold((f32::NEG_INFINITY, 0), |best, (place, &score)| if score > best.0 { (score, place) } else { best })
        }
    }
}

/// The place of the highest score inside `ranges`, which are in order; the first among equals. Other scores are struck out.
pub(crate) fn best(kernel: Kernel, scores: &mut [f32], ranges: &[Range<usize>]) -> usize {
    let mut end = 0;
    for range in ranges.iter().filter(|range| !range.is_empty()) {
        scores[end..range.start].fill(f32::NEG_INFINITY);
        end = range.end;
    }
    scores[end..].fill(f32::NEG_INFINITY);
    first_highest(kernel, scores, NONE).1
}

/// The two best of the first `count` scores of each row of `columns`; the scores that fill up a row are struck out.
pub(crate) fn best_two(kernel: Kernel, scores: &mut [f32], columns: usize, count: usize, found: &mut [BestTwo]) {
    for row in scores.chunks_exact_mut(columns) {
        row[count..].fill(f32::NEG_INFINITY);
    }
    for (scores, found) in scores.chunks_exact(columns).zip(found) {
        let (highest, best) = first_highest(kernel, scores, NONE);
        let (next, second) = first_highest(kernel, scores, best);
        *found = BestTwo { best, highest, second, next };
    }
}

/// As [`best_two`], without looking for the second best: the lowest score stands for it.
pub(crate) fn best_one(kernel: Kernel, scores: &mut [f32], columns: usize, count: usize, found: &mut [BestTwo]) {
    for (scores, found) in scores.chunks_exact_mut(columns).zip(found) {
        scores[count..].fill(f32::NEG_INFINITY);
        let (highest, best) = first_highest(kernel, scores, NONE);
        *found = BestTwo { best, highest, second: best, next: f32::NEG_INFINITY };
    }
}

/// Defines a function that runs its inline twin, compiled for the instructions of the kernel.
macro_rules! with_kernel {
    ($(#[$doc:meta])* $name:ident, $inline:ident, ($($argument:ident: $kind:ty),*)) => {
        $(#[$doc])*
        pub(crate) fn $name(kernel: Kernel, $($argument: $kind),*) {
            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
            fn avx512($($argument: $kind),*) {
                $inline($($argument),*);
            }

            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx2")]
            fn avx2($($argument: $kind),*) {
                $inline($($argument),*);
            }

            match kernel {
                #[cfg(target_arch = "x86_64")]
                // SAFETY: a kernel that is not there is never in use (`or_best`).
                Kernel::Avx512 => unsafe { avx512($($argument),*) },
                #[cfg(target_arch = "x86_64")]
                // SAFETY: as above.
                Kernel::AvxVnni | Kernel::Avx2 => unsafe { avx2($($argument),*) },
                _ => $inline($($argument),*),
            }
        }
    };
}

with_kernel!(
    /// Adds `max(0, sums · scale + bias)`, rounded, to `residual`, saturating.
    add_rectified, add_rectified_inline, (sums: &[i32], scale: &[f32], bias: &[f32], residual: &mut [i16])
);
with_kernel!(
    /// `sums · scale + bias`, rounded into 16 bits.
    round, round_inline, (sums: &[i32], scale: &[f32], bias: &[f32], out: &mut [i16])
);
with_kernel!(
    /// `sums · scale + bias`.
    scale, scale_inline, (sums: &[i32], scale: &[f32], bias: &[f32], out: &mut [f32])
);
with_kernel!(
    /// `x · scale + zero`, rounded into 8 bits, numbers outside cut.
    quantize, quantize_inline, (x: &[i16], scale: &[f32], zero: f32, out: &mut [u8])
);
with_kernel!(
    /// The saturating sum of rows.
    add_all, add_all_inline, (rows: &[&[i16]], sums: &mut [i16])
);
with_kernel!(
    /// The vectors of tokens: each the sum of its rows of `table`, of which all tokens have equally many, shifted to the left; rows past
    /// the end add nothing.
    embed, embed_all_inline, (table: &[u8], width: usize, rows: &[u32], shift: u32, x: &mut [i16])
);
#[cfg(test)]
mod tests {
    use super::*;

    fn available() -> impl Iterator<Item = Kernel> {
        Kernel::ALL.into_iter().filter(|kernel| kernel.is_available())
    }

    #[test]
    fn every_kernel_gives_the_same_sums() {
        for (width, taps, dilation, outputs, rows) in [
            (36, 1, 0, 27, 7),
            (64, 1, 0, 64, 5),
            (4, 1, 0, 1, 1),
            (128, 1, 0, 101, 1),
            (64, 3, 1, 64, 7),
            (8, 3, 2, 41, 6),
            (8, 3, 3, 9, 1),
        ] {
            let inputs = taps * width;
            let weights: Vec<i8> = (0..inputs * outputs).map(|index| (index * 89 % 127) as i8 - 63).collect();
            let x: Vec<u8> = (0..(rows + (taps - 1) * dilation) * width).map(|index| (index * 7919 % 256) as u8).collect();
            let packed = pack(&weights, inputs);
            let columns = padded(outputs);
            for kernel in available() {
                let mut out = vec![0; rows * columns];
                product(kernel, Windows { x: &x, width, taps, dilation }, &packed, &mut out);
                for row in 0..rows {
                    for output in 0..outputs {
                        let product = |(tap, input)| {
                            let weight = weights[output * inputs + tap * width + input];
                            i32::from(x[(row + tap * dilation) * width + input]) * i32::from(weight)
                        };
                        let expected: i32 = (0..taps).flat_map(|tap| (0..width).map(move |input| (tap, input))).map(product).sum();
                        assert_eq!(out[row * columns + output], expected, "{kernel:?} row {row} output {output}");
                    }
                }
            }
        }
    }

    #[test]
    fn rounding_is_the_same_everywhere() {
        let x: Vec<i16> = (-2000..2000).map(|value| value * 16 + 3).collect();
        let scale: Vec<f32> = (0..x.len()).map(|index| 0.003 + index as f32 * 1e-6).collect();
        let all = |kernel: Kernel| {
            let mut out = vec![0; x.len()];
            quantize(kernel, &x, &scale, 128.0, &mut out);
            out
        };
        for kernel in available() {
            assert_eq!(all(kernel), all(Kernel::Portable), "{kernel:?}");
        }
        for (index, byte) in all(Kernel::Portable).into_iter().enumerate() {
            let exact = (f32::from(x[index]) * scale[index] + 128.0).clamp(0.0, 255.0).round_ties_even();
            assert_eq!(byte, exact as u8, "{}", x[index]);
        }
    }

    #[test]
    fn sums_of_rows_are_the_same_everywhere() {
        let width = CHUNKS[0] + CHUNKS[1] + 6;
        let table: Vec<u8> = (0..width * 5).map(|index| (index * 37 % 256) as u8).collect();
        // The last row lies past the end of the table.
        let rows = [0, 3, 4, 2, 2, 9];
        for kernel in available() {
            let mut x = vec![0; 2 * width];
            embed(kernel, &table, width, &rows, 3, &mut x);
            for (index, &x) in x.iter().enumerate() {
                let value = |row: u32| table.get(row as usize * width + index % width).map_or(0, |&value| i16::from(value as i8));
                let expected: i16 = rows[index / width * 3..][..3].iter().map(|&row| value(row)).sum();
                assert_eq!(x, expected << 3, "{kernel:?} {index}");
            }
            let high = vec![30_000_i16; width];
            let low: Vec<i16> = (0..width as i16).map(|index| index * 100 - 3000).collect();
            let mut sums = vec![1; width];
            add_all(kernel, &[&high, &low, &low], &mut sums);
            let expected: Vec<i16> = low.iter().map(|&low| 30_000_i16.saturating_add(low).saturating_add(low)).collect();
            assert_eq!(sums, expected, "{kernel:?}");
        }
    }

    #[test]
    fn the_first_of_the_highest_is_the_best() {
        let mut scores: Vec<f32> = (0..40_u16).map(|index| f32::from(index * 7 % 31)).collect();
        scores[4] = 30.5;
        scores[33] = 30.5;
        let best_in = |kernel, ranges: [Range<usize>; 2]| best(kernel, &mut scores.clone(), &ranges);
        for kernel in available() {
            assert_eq!(best_in(kernel, [0..0, 0..40]), 4);
            assert_eq!(best_in(kernel, [0..1, 9..40]), 33);
            assert_eq!(best_in(kernel, [0..1, 2..3]), 2);
            let mut found = [BestTwo { best: 0, highest: 0.0, second: 0, next: 0.0 }];
            best_two(kernel, &mut scores.clone(), 40, 33, &mut found);
            assert_eq!(found[0], BestTwo { best: 4, highest: 30.5, second: 22, next: 30.0 }, "{kernel:?}");
        }
    }
}
