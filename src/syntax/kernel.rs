//! The products that take nearly all the time: 8-bit activations by 7-bit weights, summed in 32 bits, and what is done with the sums.
//!
//! Sums are integers that cannot overflow, and every floating-point step is one rounded operation, so that every way through here gives
//! the same bits on every processor.
#![expect(clippy::inline_always, reason = "the loops must be compiled into the functions that enable AVX2, else they stay without it")]
#![cfg_attr(
    target_arch = "x86_64",
    expect(unsafe_code, reason = "AVX2 and SSSE3 are found at run time; measured four and two times as fast as plain Rust")
)]

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
    /// 256-bit integers, on processors that have them.
    Avx2,
    /// 128-bit integers, on every x86-64 processor since 2006.
    Ssse3,
    /// Plain Rust.
    Portable,
}

static BEST: LazyLock<Kernel> = LazyLock::new(|| {
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx2") {
            return Kernel::Avx2;
        }
        if is_x86_feature_detected!("ssse3") {
            return Kernel::Ssse3;
        }
    }
    Kernel::Portable
});

impl Kernel {
    /// The fastest this processor has.
    pub fn best() -> Self {
        *BEST
    }

    /// This one where the processor has it, else the fastest it has.
    #[must_use]
    pub fn or_best(self) -> Self {
        match (self, Self::best()) {
            (Self::Avx2, best) | (Self::Ssse3, best @ Self::Portable) => best,
            (other, _) => other,
        }
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

/// `out[row][output] = Σ x[row][input] · weight[output][input]` for rows of `inputs` (a multiple of four) activations; `out` has
/// `packed.len() / inputs` columns.
pub(crate) fn product(kernel: Kernel, x: &[u8], inputs: usize, packed: &[u8], out: &mut [i32]) {
    let outputs = packed.len() / inputs;
    let rows = x.len() / inputs;
    assert!(x.len() == rows * inputs && out.len() == rows * outputs && inputs.is_multiple_of(GROUP) && packed.len() == outputs * inputs);
    assert!(outputs.is_multiple_of(LANES));
    match kernel {
        #[cfg(target_arch = "x86_64")]
        // SAFETY: `Avx2` is only ever made where the processor has AVX2 (`best`, `or_best`).
        Kernel::Avx2 => unsafe { x86::product_avx2(x, inputs, packed, out) },
        #[cfg(target_arch = "x86_64")]
        // SAFETY: `Ssse3` is only ever made where the processor has SSSE3 (`best`, `or_best`).
        Kernel::Ssse3 => unsafe { x86::product_ssse3(x, inputs, packed, out) },
        _ => product_portable(x, inputs, packed, out),
    }
}

fn product_portable(x: &[u8], inputs: usize, packed: &[u8], out: &mut [i32]) {
    let outputs = packed.len() / inputs;
    for (x, out) in x.chunks_exact(inputs).zip(out.chunks_exact_mut(outputs)) {
        for (block, out) in packed.chunks_exact(inputs * LANES).zip(out.chunks_exact_mut(LANES)) {
            let mut sums = [0_i32; LANES];
            for (x, weights) in x.as_chunks::<GROUP>().0.iter().zip(block.as_chunks::<STEP>().0) {
                for (sum, weights) in sums.iter_mut().zip(weights.as_chunks::<GROUP>().0) {
                    for (x, &weight) in x.iter().zip(weights) {
                        *sum += i32::from(*x) * i32::from(weight as i8);
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

#[inline(always)]
fn add_all_inline(rows: &[&[i16]], sums: &mut [i16]) {
    sums.fill(0);
    for row in rows {
        for (sum, value) in sums.iter_mut().zip(*row) {
            *sum = sum.saturating_add(*value);
        }
    }
}

/// Defines a function that runs its inline twin, compiled for AVX2 where that is wanted.
macro_rules! with_kernel {
    ($(#[$doc:meta])* $name:ident, $inline:ident, $avx2:ident, ($($argument:ident: $kind:ty),*)) => {
        #[cfg(target_arch = "x86_64")]
        #[target_feature(enable = "avx2")]
        fn $avx2($($argument: $kind),*) {
            $inline($($argument),*);
        }

        $(#[$doc])*
        pub(crate) fn $name(kernel: Kernel, $($argument: $kind),*) {
            match kernel {
                #[cfg(target_arch = "x86_64")]
                // SAFETY: `Avx2` is only ever made where the processor has AVX2 (`best`, `or_best`).
                Kernel::Avx2 => unsafe { $avx2($($argument),*) },
                _ => $inline($($argument),*),
            }
        }
    };
}

with_kernel!(
    /// Adds `max(0, sums · scale + bias)`, rounded, to `residual`, saturating.
    add_rectified, add_rectified_inline, add_rectified_avx2, (sums: &[i32], scale: &[f32], bias: &[f32], residual: &mut [i16])
);
with_kernel!(
    /// `sums · scale + bias`, rounded into 16 bits.
    round, round_inline, round_avx2, (sums: &[i32], scale: &[f32], bias: &[f32], out: &mut [i16])
);
with_kernel!(
    /// `sums · scale + bias`.
    scale, scale_inline, scale_avx2, (sums: &[i32], scale: &[f32], bias: &[f32], out: &mut [f32])
);
with_kernel!(
    /// `x · scale + zero`, rounded into 8 bits, numbers outside cut.
    quantize, quantize_inline, quantize_avx2, (x: &[i16], scale: &[f32], zero: f32, out: &mut [u8])
);
with_kernel!(
    /// The saturating sum of rows.
    add_all, add_all_inline, add_all_avx2, (rows: &[&[i16]], sums: &mut [i16])
);

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::{
        _mm_add_epi32, _mm_loadu_si128, _mm_madd_epi16, _mm_maddubs_epi16, _mm_set1_epi16, _mm_set1_epi32, _mm_setzero_si128,
        _mm_storeu_si128, _mm256_add_epi32, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_maddubs_epi16, _mm256_set1_epi16,
        _mm256_set1_epi32, _mm256_setzero_si256, _mm256_storeu_si256,
    };

    use super::{GROUP, LANES, STEP};

    #[target_feature(enable = "avx2")]
    pub(super) fn product_avx2(x: &[u8], inputs: usize, packed: &[u8], out: &mut [i32]) {
        let outputs = packed.len() / inputs;
        let rows = x.len() / inputs;
        let mut output = 0;
        while output < outputs {
            let blocks = match ((outputs - output) / LANES, rows) {
                (4.., 1) => 4,
                (left, _) => left.min(2),
            };
            let weights = &packed[output * inputs..][..blocks * inputs * LANES];
            let mut row = 0;
            while row < rows {
                let x = &x[row * inputs..];
                let out = &mut out[row * outputs + output..];
                row += match (rows - row, blocks) {
                    (_, 4) => tile_avx2::<1, 4>(x, inputs, weights, out, outputs),
                    (4.., 2) => tile_avx2::<4, 2>(x, inputs, weights, out, outputs),
                    (2.., 2) => tile_avx2::<2, 2>(x, inputs, weights, out, outputs),
                    (_, 2) => tile_avx2::<1, 2>(x, inputs, weights, out, outputs),
                    (4.., _) => tile_avx2::<4, 1>(x, inputs, weights, out, outputs),
                    _ => tile_avx2::<1, 1>(x, inputs, weights, out, outputs),
                };
            }
            output += blocks * LANES;
        }
    }

    /// `R` rows by `B` blocks of outputs, all sums in registers.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn tile_avx2<const R: usize, const B: usize>(x: &[u8], inputs: usize, weights: &[u8], out: &mut [i32], outputs: usize) -> usize {
        assert!(x.len() >= R * inputs && weights.len() >= B * inputs * LANES && out.len() >= (R - 1) * outputs + B * LANES);
        let ones = _mm256_set1_epi16(1);
        let mut sums = [[_mm256_setzero_si256(); B]; R];
        for step in 0..inputs / GROUP {
            let mut columns = [_mm256_setzero_si256(); B];
            for (block, column) in columns.iter_mut().enumerate() {
                // SAFETY: `block * inputs * LANES + step * STEP + 32` is at most `B * inputs * LANES`, asserted above.
                *column = unsafe { _mm256_loadu_si256(weights.as_ptr().add(block * inputs * LANES + step * STEP).cast()) };
            }
            for (row, sums) in sums.iter_mut().enumerate() {
                // SAFETY: `row * inputs + 4 * step + 4` is at most `R * inputs`, asserted above.
                let group = unsafe { x.as_ptr().add(row * inputs + GROUP * step).cast::<i32>().read_unaligned() };
                let group = _mm256_set1_epi32(group);
                for (sum, column) in sums.iter_mut().zip(columns) {
                    let pairs = _mm256_maddubs_epi16(group, column);
                    *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(pairs, ones));
                }
            }
        }
        for (row, sums) in sums.into_iter().enumerate() {
            for (block, sum) in sums.into_iter().enumerate() {
                // SAFETY: the last number written is `(R - 1) * outputs + B * LANES - 1`, asserted above.
                unsafe { _mm256_storeu_si256(out.as_mut_ptr().add(row * outputs + block * LANES).cast(), sum) };
            }
        }
        R
    }

    #[target_feature(enable = "ssse3")]
    pub(super) fn product_ssse3(x: &[u8], inputs: usize, packed: &[u8], out: &mut [i32]) {
        let outputs = packed.len() / inputs;
        let rows = x.len() / inputs;
        let mut output = 0;
        while output < outputs {
            let blocks = ((outputs - output) / LANES).min(2);
            let weights = &packed[output * inputs..][..blocks * inputs * LANES];
            let mut row = 0;
            while row < rows {
                let x = &x[row * inputs..];
                let out = &mut out[row * outputs + output..];
                row += match (rows - row, blocks) {
                    (2.., 2) => tile_ssse3::<2, 4>(x, inputs, weights, out, outputs),
                    (_, 2) => tile_ssse3::<1, 4>(x, inputs, weights, out, outputs),
                    (2.., _) => tile_ssse3::<2, 2>(x, inputs, weights, out, outputs),
                    _ => tile_ssse3::<1, 2>(x, inputs, weights, out, outputs),
                };
            }
            output += blocks * LANES;
        }
    }

    /// `R` rows by `H` half blocks of outputs.
    #[inline]
    #[target_feature(enable = "ssse3")]
    fn tile_ssse3<const R: usize, const H: usize>(x: &[u8], inputs: usize, weights: &[u8], out: &mut [i32], outputs: usize) -> usize {
        const HALF: usize = LANES / 2;
        assert!(x.len() >= R * inputs && weights.len() >= H * inputs * HALF && out.len() >= (R - 1) * outputs + H * HALF);
        let ones = _mm_set1_epi16(1);
        let mut sums = [[_mm_setzero_si128(); H]; R];
        for step in 0..inputs / GROUP {
            let mut columns = [_mm_setzero_si128(); H];
            for (half, column) in columns.iter_mut().enumerate() {
                // SAFETY: the place is inside the block `half / 2`, of which there are `H / 2`, asserted above.
                let place = unsafe { weights.as_ptr().add(half / 2 * inputs * LANES + step * STEP + half % 2 * (STEP / 2)) };
                // SAFETY: as above; no alignment is asked for.
                *column = unsafe { _mm_loadu_si128(place.cast()) };
            }
            for (row, sums) in sums.iter_mut().enumerate() {
                // SAFETY: `row * inputs + 4 * step + 4` is at most `R * inputs`, asserted above.
                let group = unsafe { x.as_ptr().add(row * inputs + GROUP * step).cast::<i32>().read_unaligned() };
                let group = _mm_set1_epi32(group);
                for (sum, column) in sums.iter_mut().zip(columns) {
                    let pairs = _mm_maddubs_epi16(group, column);
                    *sum = _mm_add_epi32(*sum, _mm_madd_epi16(pairs, ones));
                }
            }
        }
        for (row, sums) in sums.into_iter().enumerate() {
            for (half, sum) in sums.into_iter().enumerate() {
                // SAFETY: the last number written is `(R - 1) * outputs + H * HALF - 1`, asserted above.
                unsafe { _mm_storeu_si128(out.as_mut_ptr().add(row * outputs + half * HALF).cast(), sum) };
            }
        }
        R
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kernel_gives_the_same_sums() {
        for (inputs, outputs, rows) in [(36, 27, 7), (64, 64, 5), (4, 1, 1), (128, 101, 1)] {
            let weights: Vec<i8> = (0..inputs * outputs).map(|index| (index * 89 % 127) as i8 - 63).collect();
            let x: Vec<u8> = (0..rows * inputs).map(|index| (index * 7919 % 256) as u8).collect();
            let packed = pack(&weights, inputs);
            let columns = padded(outputs);
            for kernel in [Kernel::Avx2.or_best(), Kernel::Ssse3.or_best(), Kernel::Portable] {
                let mut out = vec![0; rows * columns];
                product(kernel, &x, inputs, &packed, &mut out);
                for row in 0..rows {
                    for output in 0..outputs {
                        let expected: i32 =
                            (0..inputs).map(|input| i32::from(x[row * inputs + input]) * i32::from(weights[output * inputs + input])).sum();
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
        assert_eq!(all(Kernel::best()), all(Kernel::Portable));
        for (index, byte) in all(Kernel::Portable).into_iter().enumerate() {
            let exact = (f32::from(x[index]) * scale[index] + 128.0).clamp(0.0, 255.0).round_ties_even();
            assert_eq!(byte, exact as u8, "{}", x[index]);
        }
    }
}
