//! Dense arithmetic for training: one matrix product in fixed order, and parameters with their Adam state.

use super::random::Random;

/// Columns are worked on in blocks of so many; every width is a multiple of it.
pub(super) const BLOCK: usize = 32;

/// Element `(row, column)` of a matrix stands at `row * rows + column * columns`.
#[derive(Clone, Copy)]
pub(super) struct Strides {
    pub(super) rows: usize,
    pub(super) columns: usize,
}

/// `out += left · right`, where `out` is `rows × columns`, `left` is `rows × inner` laid out by `strides`, and `right` is
/// `inner × columns`; `columns` is a multiple of [`BLOCK`].
pub(super) fn multiply_add(out: &mut [f32], left: &[f32], strides: Strides, right: &[f32], (rows, inner, columns): (usize, usize, usize)) {
    debug_assert_eq!(columns % BLOCK, 0);
    for column in (0..columns).step_by(BLOCK) {
        let mut row = 0;
        while row + 4 <= rows {
            block::<4>(out, left, strides, right, (row, column), (inner, columns));
            row += 4;
        }
        while row < rows {
            block::<1>(out, left, strides, right, (row, column), (inner, columns));
            row += 1;
        }
    }
}

#[inline]
fn block<const R: usize>(
    out: &mut [f32],
    left: &[f32],
    strides: Strides,
    right: &[f32],
    (row, column): (usize, usize),
    (inner, columns): (usize, usize),
) {
    let mut sums = [[0.0_f32; BLOCK]; R];
    for place in 0..inner {
        let right: &[f32; BLOCK] = right[place * columns + column..].first_chunk().expect("a block of columns");
        for (index, sum) in sums.iter_mut().enumerate() {
            let left = left[(row + index) * strides.rows + place * strides.columns];
            for lane in 0..BLOCK {
                sum[lane] += left * right[lane];
            }
        }
    }
    for (index, sum) in sums.iter().enumerate() {
        let out = &mut out[(row + index) * columns + column..][..BLOCK];
        for (out, sum) in out.iter_mut().zip(sum) {
            *out += sum;
        }
    }
}

/// `rows × columns` numbers that are learned.
pub(super) struct Parameter {
    pub(super) columns: usize,
    pub(super) value: Vec<f32>,
    pub(super) gradient: Vec<f32>,
    first: Vec<f32>,
    second: Vec<f32>,
    /// Running mean of the values: what is written to the model.
    pub(super) mean: Vec<f32>,
    /// Rows with a gradient, where only few have one (embeddings); none: all rows.
    touched: Option<Vec<u32>>,
}

impl Parameter {
    /// Uniform in ± `range`.
    pub(super) fn new(rows: usize, columns: usize, range: f32, random: &mut Random) -> Self {
        let value: Vec<f32> = (0..rows * columns).map(|_| (random.unit() * 2.0 - 1.0) * range).collect();
        let zero = vec![0.0; value.len()];
        Self { columns, mean: value.clone(), value, gradient: zero.clone(), first: zero.clone(), second: zero, touched: None }
    }

    /// The same, of which a batch touches few rows.
    pub(super) fn sparse(rows: usize, columns: usize, range: f32, random: &mut Random) -> Self {
        Self { touched: Some(Vec::new()), ..Self::new(rows, columns, range, random) }
    }

    pub(super) fn row(&self, row: usize) -> &[f32] {
        &self.value[row * self.columns..][..self.columns]
    }

    /// Adds to the gradient of a row.
    pub(super) fn add_gradient(&mut self, row: usize, gradient: &[f32]) {
        for (sum, add) in self.gradient[row * self.columns..][..self.columns].iter_mut().zip(gradient) {
            *sum += add;
        }
        if let Some(touched) = &mut self.touched {
            touched.push(row as u32);
        }
    }

    /// One step of Adam over what has a gradient; gradients are set to zero.
    pub(super) fn step(&mut self, rate: f32, decay: f32) {
        let Some(mut touched) = self.touched.take() else {
            let all = 0..self.value.len();
            return self.step_range(all, rate, decay);
        };
        touched.sort_unstable();
        touched.dedup();
        for &row in &touched {
            let start = row as usize * self.columns;
            self.step_range(start..start + self.columns, rate, decay);
        }
        touched.clear();
        self.touched = Some(touched);
    }

    fn step_range(&mut self, range: std::ops::Range<usize>, rate: f32, decay: f32) {
        let values = self.value[range.clone()].iter_mut().zip(&mut self.gradient[range.clone()]);
        let moments = self.first[range.clone()].iter_mut().zip(&mut self.second[range]);
        for ((value, gradient), (first, second)) in values.zip(moments) {
            *first = 0.9 * *first + 0.1 * *gradient;
            *second = 0.99 * *second + 0.01 * *gradient * *gradient;
            *value -= rate * (*first / (second.sqrt() + 1e-6) + decay * *value);
            *gradient = 0.0;
        }
    }

    /// Moves the running mean towards the values.
    pub(super) fn average(&mut self, share: f32) {
        for (mean, value) in self.mean.iter_mut().zip(&self.value) {
            *mean += share * (value - *mean);
        }
    }

    /// The transpose, for the way back through a product.
    pub(super) fn transpose_into(&self, out: &mut Vec<f32>) {
        let rows = self.value.len() / self.columns;
        out.clear();
        out.resize(self.value.len(), 0.0);
        for row in 0..rows {
            for column in 0..self.columns {
                out[column * rows + row] = self.value[row * self.columns + column];
            }
        }
    }
}
