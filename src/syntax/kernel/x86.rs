//! The product on x86-64: one loop over tiles, written once for the registers and instructions of every processor.

use std::arch::x86_64::{
    __m128i, __m256, __m256i, __m512i, _CMP_EQ_OQ, _CMP_GT_OQ, _mm_add_epi32, _mm_cvtsi128_si32, _mm_loadu_si128, _mm_madd_epi16,
    _mm_maddubs_epi16, _mm_set1_epi16, _mm_set1_epi32, _mm_setzero_si128, _mm_storeu_si128, _mm256_add_epi32, _mm256_blendv_ps,
    _mm256_castps_si256, _mm256_castsi256_ps, _mm256_castsi256_si128, _mm256_cmp_ps, _mm256_cmpeq_epi32, _mm256_cvtss_f32,
    _mm256_dpbusd_avx_epi32, _mm256_loadu_ps, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_maddubs_epi16, _mm256_max_ps, _mm256_min_epi32,
    _mm256_permute2f128_ps, _mm256_set1_epi16, _mm256_set1_epi32, _mm256_set1_ps, _mm256_setr_epi32, _mm256_setzero_si256,
    _mm256_shuffle_ps, _mm256_storeu_si256, _mm512_castsi512_si256, _mm512_dpbusd_epi32, _mm512_extracti64x4_epi64, _mm512_loadu_si512,
    _mm512_set_epi64, _mm512_set1_epi64, _mm512_setzero_si512, _mm512_shuffle_epi8,
};

use super::{GROUP, LANES, STEP, Windows};

/// The sums of one block of [`LANES`] outputs, in the registers of one set of instructions.
///
/// # Safety
/// Its functions may only run where the processor has the instructions that the implementation names.
trait Sums: Copy {
    /// The weights of a step for the whole block.
    type Weights: Copy;
    /// The activations of a step, as often as the weights need them.
    type Group: Copy;
    /// Inputs of a step: [`GROUP`] or a multiple.
    const INPUTS: usize;
    /// Rows and blocks of a tile whose sums fit into the registers.
    const ROWS: usize;
    const BLOCKS: usize;

    unsafe fn zero() -> Self;
    /// Reads `INPUTS * LANES` bytes, aligned or not.
    unsafe fn weights(at: *const u8) -> Self::Weights;
    /// Reads `INPUTS` bytes, aligned or not.
    unsafe fn group(at: *const u8) -> Self::Group;
    unsafe fn add(self, group: Self::Group, weights: Self::Weights) -> Self;
    /// Writes `LANES` numbers, aligned or not.
    unsafe fn store(self, at: *mut i32);
}

/// `R` rows from `row` on by `B` blocks of outputs, all sums in registers.
///
/// # Safety
/// `S`'s instructions must be there; the windows must have `R` rows from `row` on and a width of whole steps; `weights` must point to
/// `B` blocks, and `out` to `R` rows, `outputs` numbers apart, of `B` blocks.
#[inline(always)]
unsafe fn tile<S: Sums, const R: usize, const B: usize>(
    windows: Windows<'_>,
    row: usize,
    weights: *const u8,
    out: *mut i32,
    outputs: usize,
) {
    let Windows { x, width, taps, dilation } = windows;
    // SAFETY: every place is inside what the caller promises: tap `t` of row `r` begins at row `r + t * dilation` of `x`.
    unsafe {
        let mut sums = [[S::zero(); B]; R];
        for tap in 0..taps {
            let x = x.as_ptr().add((row + tap * dilation) * width);
            let weights = weights.add(tap * width * LANES);
            let mut input = 0;
            while input < width {
                let mut columns = [S::weights(weights.add(input * LANES)); B];
                for (block, column) in columns.iter_mut().enumerate().skip(1) {
                    *column = S::weights(weights.add((block * taps * width + input) * LANES));
                }
                for (row, sums) in sums.iter_mut().enumerate() {
                    let group = S::group(x.add(row * width + input));
                    for (sum, &column) in sums.iter_mut().zip(&columns) {
                        *sum = sum.add(group, column);
                    }
                }
                input += S::INPUTS;
            }
        }
        for (row, sums) in sums.iter().enumerate() {
            for (block, sum) in sums.iter().enumerate() {
                sum.store(out.add(row * outputs + block * LANES));
            }
        }
    }
}

/// `B` blocks of outputs for all rows; the last few go together, since one or two alone leave the processor waiting for their sums.
///
/// # Safety
/// As for [`tile`], with all rows of the windows.
#[inline(always)]
unsafe fn columns<S: Sums, const B: usize>(windows: Windows<'_>, weights: *const u8, out: *mut i32, outputs: usize) {
    let rows = windows.rows();
    let mut row = 0;
    while row < rows {
        // SAFETY: `out` has `rows` rows, and no tile goes past the last.
        unsafe {
            let out = out.add(row * outputs);
            match rows - row {
                6 if S::ROWS >= 6 => tile::<S, 6, B>(windows, row, weights, out, outputs),
                5 if S::ROWS >= 6 => tile::<S, 5, B>(windows, row, weights, out, outputs),
                4.. if S::ROWS >= 4 => tile::<S, 4, B>(windows, row, weights, out, outputs),
                3 if S::ROWS >= 4 => tile::<S, 3, B>(windows, row, weights, out, outputs),
                2.. => tile::<S, 2, B>(windows, row, weights, out, outputs),
                _ => tile::<S, 1, B>(windows, row, weights, out, outputs),
            }
        }
        row += match rows - row {
            left @ (5 | 6) if S::ROWS >= 6 => left,
            left @ 3.. if S::ROWS >= 4 => left.min(4),
            2.. => 2,
            _ => 1,
        };
    }
}

/// The whole product; the weights of a few blocks stay in the nearest cache while the rows go by.
///
/// # Safety
/// `S`'s instructions must be there.
#[inline(always)]
unsafe fn product<S: Sums>(windows: Windows<'_>, packed: &[u8], out: &mut [i32]) {
    let inputs = windows.inputs();
    let (rows, outputs) = (windows.rows(), packed.len() / inputs);
    assert!(windows.width.is_multiple_of(S::INPUTS) && packed.len() == outputs * inputs && outputs.is_multiple_of(LANES));
    assert!(out.len() == rows * outputs && windows.x.len() >= (rows + (windows.taps - 1) * windows.dilation) * windows.width);
    let mut output = 0;
    while output < outputs {
        let blocks = match (outputs - output) / LANES {
            // One row alone leaves registers for more blocks; it takes more of them to keep the processor busy while sums wait for each other.
            left @ 7.. if S::BLOCKS >= 4 && rows == 1 && left.is_multiple_of(7) => 7,
            4.. if S::BLOCKS >= 4 || rows == 1 => 4,
            2.. => 2,
            _ => 1,
        };
        // SAFETY: asserted above: `packed` has `outputs / LANES` blocks of `inputs * LANES` bytes, `out` as many rows as the windows.
        unsafe {
            let weights = packed.as_ptr().add(output * inputs);
            let out = out.as_mut_ptr().add(output);
            match blocks {
                7 => tile::<S, 1, 7>(windows, 0, weights, out, outputs),
                4 => columns::<S, 4>(windows, weights, out, outputs),
                2 => columns::<S, 2>(windows, weights, out, outputs),
                _ => columns::<S, 1>(windows, weights, out, outputs),
            }
        }
        output += blocks * LANES;
    }
}

/// Needs SSSE3.
#[derive(Clone, Copy)]
struct Ssse3([__m128i; 2]);

impl Sums for Ssse3 {
    type Weights = [__m128i; 2];
    type Group = __m128i;
    const INPUTS: usize = GROUP;
    const ROWS: usize = 2;
    const BLOCKS: usize = 2;

    #[inline(always)]
    unsafe fn zero() -> Self {
        // SAFETY: the caller has SSSE3.
        Self([unsafe { _mm_setzero_si128() }; 2])
    }

    #[inline(always)]
    unsafe fn weights(at: *const u8) -> Self::Weights {
        // SAFETY: the caller has SSSE3 and gives a place that `STEP` bytes can be read from.
        unsafe { [_mm_loadu_si128(at.cast()), _mm_loadu_si128(at.add(STEP / 2).cast())] }
    }

    #[inline(always)]
    unsafe fn group(at: *const u8) -> Self::Group {
        // SAFETY: the caller has SSSE3 and gives a place that `GROUP` bytes can be read from.
        unsafe { _mm_set1_epi32(at.cast::<i32>().read_unaligned()) }
    }

    #[inline(always)]
    unsafe fn add(self, group: Self::Group, weights: Self::Weights) -> Self {
        // SAFETY: the caller has SSSE3.
        let one = |sum, weights| unsafe { _mm_add_epi32(sum, _mm_madd_epi16(_mm_maddubs_epi16(group, weights), _mm_set1_epi16(1))) };
        Self([one(self.0[0], weights[0]), one(self.0[1], weights[1])])
    }

    #[inline(always)]
    unsafe fn store(self, at: *mut i32) {
        // SAFETY: the caller has SSSE3 and gives a place that `LANES` numbers can be written to.
        unsafe {
            _mm_storeu_si128(at.cast(), self.0[0]);
            _mm_storeu_si128(at.add(LANES / 2).cast(), self.0[1]);
        }
    }
}

/// Needs AVX2.
#[derive(Clone, Copy)]
struct Avx2(__m256i);

/// Needs AVX2 and AVX-VNNI: a product of four inputs is one instruction.
#[derive(Clone, Copy)]
struct AvxVnni(__m256i);

/// What the two sets of 256-bit instructions share; `$add` is the sum of `sum` and the product of `group` and `weights`.
macro_rules! sums_in_256_bits {
    ($name:ident, |$sum:ident, $group:ident, $weights:ident| $add:expr) => {
        impl Sums for $name {
            type Weights = __m256i;
            type Group = __m256i;
            const INPUTS: usize = GROUP;
            const ROWS: usize = 4;
            const BLOCKS: usize = 2;

            #[inline(always)]
            unsafe fn zero() -> Self {
                // SAFETY: the caller has AVX2.
                Self(unsafe { _mm256_setzero_si256() })
            }

            #[inline(always)]
            unsafe fn weights(at: *const u8) -> Self::Weights {
                // SAFETY: the caller has AVX2 and gives a place that `STEP` bytes can be read from.
                unsafe { _mm256_loadu_si256(at.cast()) }
            }

            #[inline(always)]
            unsafe fn group(at: *const u8) -> Self::Group {
                // SAFETY: the caller has AVX2 and gives a place that `GROUP` bytes can be read from.
                unsafe { _mm256_set1_epi32(at.cast::<i32>().read_unaligned()) }
            }

            #[inline(always)]
            unsafe fn add(self, $group: Self::Group, $weights: Self::Weights) -> Self {
                let $sum = self.0;
                // SAFETY: the caller has the instructions that the type names.
                Self(unsafe { $add })
            }

            #[inline(always)]
            unsafe fn store(self, at: *mut i32) {
                // SAFETY: the caller has AVX2 and gives a place that `LANES` numbers can be written to.
                unsafe { _mm256_storeu_si256(at.cast(), self.0) }
            }
        }
    };
}

sums_in_256_bits!(Avx2, |sum, group, weights| _mm256_add_epi32(
    sum,
    _mm256_madd_epi16(_mm256_maddubs_epi16(group, weights), _mm256_set1_epi16(1))
));
sums_in_256_bits!(AvxVnni, |sum, group, weights| _mm256_dpbusd_avx_epi32(sum, group, weights));

/// Needs AVX-512 with BW and VNNI. The lower half sums the even groups of inputs, the upper half the odd ones.
#[derive(Clone, Copy)]
struct Avx512(__m512i);

impl Sums for Avx512 {
    type Weights = __m512i;
    type Group = __m512i;
    const INPUTS: usize = 2 * GROUP;
    const ROWS: usize = 6;
    const BLOCKS: usize = 4;

    #[inline(always)]
    unsafe fn zero() -> Self {
        // SAFETY: the caller has AVX-512.
        Self(unsafe { _mm512_setzero_si512() })
    }

    #[inline(always)]
    unsafe fn weights(at: *const u8) -> Self::Weights {
        // SAFETY: the caller has AVX-512 and gives a place that two steps can be read from.
        unsafe { _mm512_loadu_si512(at.cast()) }
    }

    #[inline(always)]
    unsafe fn group(at: *const u8) -> Self::Group {
        const FIRST: i64 = 0x0302_0100_0302_0100;
        const SECOND: i64 = 0x0706_0504_0706_0504;
        // SAFETY: the caller has AVX-512 and gives a place that two groups can be read from.
        unsafe {
            let both = _mm512_set1_epi64(at.cast::<i64>().read_unaligned());
            _mm512_shuffle_epi8(both, _mm512_set_epi64(SECOND, SECOND, SECOND, SECOND, FIRST, FIRST, FIRST, FIRST))
        }
    }

    #[inline(always)]
    unsafe fn add(self, group: Self::Group, weights: Self::Weights) -> Self {
        // SAFETY: the caller has AVX-512 with VNNI.
        Self(unsafe { _mm512_dpbusd_epi32(self.0, group, weights) })
    }

    #[inline(always)]
    unsafe fn store(self, at: *mut i32) {
        // SAFETY: the caller has AVX-512 and gives a place that `LANES` numbers can be written to.
        unsafe {
            let sum = _mm256_add_epi32(_mm512_castsi512_si256(self.0), _mm512_extracti64x4_epi64::<1>(self.0));
            _mm256_storeu_si256(at.cast(), sum);
        }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
pub(super) fn product_avx512(windows: Windows<'_>, packed: &[u8], out: &mut [i32]) {
    // SAFETY: this function is only compiled for processors that have the instructions.
    unsafe { product::<Avx512>(windows, packed, out) }
}

#[target_feature(enable = "avx2,avxvnni")]
pub(super) fn product_avx_vnni(windows: Windows<'_>, packed: &[u8], out: &mut [i32]) {
    // SAFETY: as above.
    unsafe { product::<AvxVnni>(windows, packed, out) }
}

#[target_feature(enable = "avx2")]
pub(super) fn product_avx2(windows: Windows<'_>, packed: &[u8], out: &mut [i32]) {
    // SAFETY: as above.
    unsafe { product::<Avx2>(windows, packed, out) }
}

#[target_feature(enable = "ssse3")]
pub(super) fn product_ssse3(windows: Windows<'_>, packed: &[u8], out: &mut [i32]) {
    // SAFETY: as above.
    unsafe { product::<Ssse3>(windows, packed, out) }
}

/// The highest score but that at `without`, and the first place where it stands; the scores are whole blocks.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) fn first_highest(scores: &[f32], without: usize) -> (f32, usize) {
    let nothing = _mm256_set1_ps(f32::NEG_INFINITY);
    let without = _mm256_set1_epi32(without as i32);
    let mut highest = nothing;
    let mut places = _mm256_setzero_si256();
    let mut place = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    for chunk in scores.as_chunks::<LANES>().0 {
        // SAFETY: the chunk has as many numbers as are read; no alignment is asked for.
        let scores = unsafe { _mm256_loadu_ps(chunk.as_ptr()) };
        let scores = _mm256_blendv_ps(scores, nothing, _mm256_castsi256_ps(_mm256_cmpeq_epi32(place, without)));
        let better = _mm256_cmp_ps::<_CMP_GT_OQ>(scores, highest);
        highest = _mm256_max_ps(scores, highest);
        places = _mm256_castps_si256(_mm256_blendv_ps(_mm256_castsi256_ps(places), _mm256_castsi256_ps(place), better));
        place = _mm256_add_epi32(place, _mm256_set1_epi32(LANES as i32));
    }
    let over_all = across(highest, |left, right| _mm256_max_ps(left, right));
    let is_highest = _mm256_cmp_ps::<_CMP_EQ_OQ>(highest, over_all);
    let none = _mm256_castsi256_ps(_mm256_set1_epi32(i32::MAX));
    let first = across(_mm256_blendv_ps(none, _mm256_castsi256_ps(places), is_highest), |left, right| {
        _mm256_castsi256_ps(_mm256_min_epi32(_mm256_castps_si256(left), _mm256_castps_si256(right)))
    });
    (_mm256_cvtss_f32(over_all), _mm_cvtsi128_si32(_mm256_castsi256_si128(_mm256_castps_si256(first))) as usize)
}

/// What `join` makes of all eight numbers, in every place.
#[inline]
#[target_feature(enable = "avx2")]
fn across(numbers: __m256, join: impl Fn(__m256, __m256) -> __m256) -> __m256 {
    let numbers = join(numbers, _mm256_permute2f128_ps::<1>(numbers, numbers));
    let numbers = join(numbers, _mm256_shuffle_ps::<0b01_00_11_10>(numbers, numbers));
    join(numbers, _mm256_shuffle_ps::<0b10_11_00_01>(numbers, numbers))
}
