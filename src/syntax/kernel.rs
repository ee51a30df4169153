//! The one product that takes nearly all the time: 16-bit activations by 8-bit weights, summed in 32 bits.
//!
//! Everything is integer arithmetic without overflow, so that every way through here gives the same bits on every processor.
#![cfg_attr(target_arch = "x86_64", expect(unsafe_code, reason = "AVX2 is found at run time; measured twice as fast as the SSE2 baseline"))]

use std::sync::LazyLock;

/// Outputs that stand side by side in the packed weights.
const LANES: usize = 8;

/// Bytes of one step in the packed weights: two inputs for each of eight outputs.
const STEP: usize = 2 * LANES;

/// Which instructions are used; the results are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kernel {
    /// 256-bit integers, on processors that have them.
    Avx2,
    /// What every processor of the architecture has.
    Baseline,
    /// Plain Rust.
    Portable,
}

static BEST: LazyLock<Kernel> = LazyLock::new(|| {
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx2") { Kernel::Avx2 } else { Kernel::Baseline }
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        Kernel::Portable
    }
});

impl Kernel {
    /// The fastest this processor has.
    pub fn best() -> Self {
        *BEST
    }

    /// This one where the processor has it, else the fastest it has.
    #[must_use]
    pub fn or_best(self) -> Self {
        if self == Self::Avx2 || (self == Self::Baseline && cfg!(not(target_arch = "x86_64"))) { Self::best() } else { self }
    }
}

/// Outputs filled up to whole blocks.
pub(crate) const fn padded(outputs: usize) -> usize {
    outputs.next_multiple_of(LANES)
}

/// Packs `weights` (`outputs × inputs`, row after row) for [`product`].
#[cfg(any(test, feature = "train"))]
pub(crate) fn pack(weights: &[i8], inputs: usize) -> Vec<u8> {
    let outputs = weights.len() / inputs;
    let at = |output: usize, input: usize| if output < outputs && input < inputs { weights[output * inputs + input] } else { 0 };
    let mut packed = Vec::with_capacity(padded(outputs) * inputs.next_multiple_of(2));
    for block in (0..outputs).step_by(LANES) {
        for pair in (0..inputs).step_by(2) {
            for lane in 0..LANES {
                packed.extend([at(block + lane, pair), at(block + lane, pair + 1)].map(|weight| weight as u8));
            }
        }
    }
    packed
}

/// `out[row][output] = Σ x[row][input] · weight[output][input]` for rows of `inputs` (an even number) activations; `out` has
/// `packed.len() / inputs` columns.
pub(crate) fn product(kernel: Kernel, x: &[i16], inputs: usize, packed: &[u8], out: &mut [i32]) {
    let outputs = packed.len() / inputs;
    let rows = x.len() / inputs;
    debug_assert!(out.len() == rows * outputs && inputs.is_multiple_of(2) && outputs.is_multiple_of(LANES));
    match kernel {
        #[cfg(target_arch = "x86_64")]
        // SAFETY: `Avx2` is only ever made where the processor has AVX2 (`best`, `or_best`).
        Kernel::Avx2 => unsafe { x86::product_avx2(x, inputs, packed, out) },
        #[cfg(target_arch = "x86_64")]
        Kernel::Baseline => x86::product_sse2(x, inputs, packed, out),
        _ => product_portable(x, inputs, packed, out),
    }
}

fn product_portable(x: &[i16], inputs: usize, packed: &[u8], out: &mut [i32]) {
    let outputs = packed.len() / inputs;
    for (x, out) in x.chunks_exact(inputs).zip(out.chunks_exact_mut(outputs)) {
        for (block, out) in packed.chunks_exact(inputs * LANES).zip(out.chunks_exact_mut(LANES)) {
            let mut sums = [0_i32; LANES];
            for (pair, weights) in x.as_chunks::<2>().0.iter().zip(block.as_chunks::<STEP>().0) {
                for lane in 0..LANES {
                    sums[lane] += i32::from(pair[0]) * i32::from(weights[2 * lane] as i8)
                        + i32::from(pair[1]) * i32::from(weights[2 * lane + 1] as i8);
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
fn add_all_inline(rows: &[&[i16]], sums: &mut [i16]) {
    sums.fill(0);
    for row in rows {
        for (sum, value) in sums.iter_mut().zip(*row) {
            *sum = sum.saturating_add(*value);
        }
    }
    for sum in sums {
        *sum = (*sum).max(0);
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
    /// The saturating sum of rows, negative sums cut to 0.
    add_all, add_all_inline, add_all_avx2, (rows: &[&[i16]], sums: &mut [i16])
);

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::{
        _mm_add_epi32, _mm_loadu_si128, _mm_madd_epi16, _mm_set1_epi32, _mm_setzero_si128, _mm_srai_epi16, _mm_storeu_si128,
        _mm_unpackhi_epi8, _mm_unpacklo_epi8, _mm256_add_epi32, _mm256_cvtepi8_epi16, _mm256_madd_epi16, _mm256_set1_epi32,
        _mm256_setzero_si256, _mm256_storeu_si256,
    };

    use super::{LANES, STEP};

    #[target_feature(enable = "avx2")]
    pub(super) fn product_avx2(x: &[i16], inputs: usize, packed: &[u8], out: &mut [i32]) {
        let outputs = packed.len() / inputs;
        let rows = x.len() / inputs;
        let block = inputs * LANES;
        let mut output = 0;
        while output < outputs {
            let blocks = ((outputs - output) / LANES).min(2);
            let weights = &packed[output * inputs..][..blocks * block];
            let mut row = 0;
            while row < rows {
                let x = &x[row * inputs..];
                let out = &mut out[row * outputs + output..];
                row += match (rows - row, blocks) {
                    (4.., 2) => tile_avx2::<4, 2>(x, inputs, weights, out, outputs),
                    (4.., _) => tile_avx2::<4, 1>(x, inputs, weights, out, outputs),
                    (2.., 2) => tile_avx2::<2, 2>(x, inputs, weights, out, outputs),
                    (2.., _) => tile_avx2::<2, 1>(x, inputs, weights, out, outputs),
                    (_, 2) => tile_avx2::<1, 2>(x, inputs, weights, out, outputs),
                    _ => tile_avx2::<1, 1>(x, inputs, weights, out, outputs),
                };
            }
            output += blocks * LANES;
        }
    }

    /// `R` rows by `B` blocks of outputs, all sums in registers.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn tile_avx2<const R: usize, const B: usize>(x: &[i16], inputs: usize, weights: &[u8], out: &mut [i32], outputs: usize) -> usize {
        assert!(x.len() >= R * inputs && weights.len() >= B * inputs * LANES);
        let mut sums = [[_mm256_setzero_si256(); B]; R];
        for step in 0..inputs / 2 {
            let mut columns = [_mm256_setzero_si256(); B];
            for block in 0..B {
                // SAFETY: `block * inputs * LANES + step * STEP + 16` is at most `B * inputs * LANES`, asserted above; no alignment is asked for.
                let bytes = unsafe { _mm_loadu_si128(weights.as_ptr().add(block * inputs * LANES + step * STEP).cast()) };
                columns[block] = _mm256_cvtepi8_epi16(bytes);
            }
            for row in 0..R {
                // SAFETY: `row * inputs + 2 * step + 2` is at most `R * inputs`, asserted above.
                let pair = unsafe { x.as_ptr().add(row * inputs + 2 * step).cast::<i32>().read_unaligned() };
                let pair = _mm256_set1_epi32(pair);
                for block in 0..B {
                    sums[row][block] = _mm256_add_epi32(sums[row][block], _mm256_madd_epi16(pair, columns[block]));
                }
            }
        }
        for row in 0..R {
            for block in 0..B {
                let out = &mut out[row * outputs + block * LANES..][..LANES];
                // SAFETY: the slice holds the eight numbers that are written.
                unsafe { _mm256_storeu_si256(out.as_mut_ptr().cast(), sums[row][block]) };
            }
        }
        R
    }

    pub(super) fn product_sse2(x: &[i16], inputs: usize, packed: &[u8], out: &mut [i32]) {
        let outputs = packed.len() / inputs;
        let rows = x.len() / inputs;
        for output in (0..outputs).step_by(LANES) {
            let weights = &packed[output * inputs..][..inputs * LANES];
            let mut row = 0;
            while row < rows {
                let x = &x[row * inputs..];
                let out = &mut out[row * outputs + output..];
                row += match rows - row {
                    4.. => tile_sse2::<4>(x, inputs, weights, out, outputs),
                    2.. => tile_sse2::<2>(x, inputs, weights, out, outputs),
                    _ => tile_sse2::<1>(x, inputs, weights, out, outputs),
                };
            }
        }
    }

    /// `R` rows by one block of outputs.
    #[inline]
    fn tile_sse2<const R: usize>(x: &[i16], inputs: usize, weights: &[u8], out: &mut [i32], outputs: usize) -> usize {
        assert!(x.len() >= R * inputs);
        // SAFETY: SSE2 is part of every x86-64 processor; loads and stores stay inside the slices named beside them.
        unsafe {
            let mut sums = [[_mm_setzero_si128(); 2]; R];
            for (step, bytes) in weights.chunks_exact(STEP).enumerate() {
                let bytes = _mm_loadu_si128(bytes.as_ptr().cast());
                let low = _mm_srai_epi16::<8>(_mm_unpacklo_epi8(bytes, bytes));
                let high = _mm_srai_epi16::<8>(_mm_unpackhi_epi8(bytes, bytes));
                for row in 0..R {
                    let x = _mm_set1_epi32(x.as_ptr().add(row * inputs + 2 * step).cast::<i32>().read_unaligned());
                    sums[row][0] = _mm_add_epi32(sums[row][0], _mm_madd_epi16(x, low));
                    sums[row][1] = _mm_add_epi32(sums[row][1], _mm_madd_epi16(x, high));
                }
            }
            for (row, sums) in sums.iter().enumerate() {
                let out = &mut out[row * outputs..][..LANES];
                _mm_storeu_si128(out.as_mut_ptr().cast(), sums[0]);
                _mm_storeu_si128(out[4..].as_mut_ptr().cast(), sums[1]);
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
        let (inputs, outputs, rows) = (34, 27, 7);
        let weights: Vec<i8> = (0..inputs * outputs).map(|index| (index * 89 % 255) as u8 as i8).collect();
        let x: Vec<i16> = (0..rows * inputs).map(|index| (index * 7919 % 65536) as u16 as i16).collect();
        let packed = pack(&weights, inputs);
        let columns = padded(outputs);
        for kernel in [Kernel::Avx2.or_best(), Kernel::Baseline.or_best(), Kernel::Portable] {
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
