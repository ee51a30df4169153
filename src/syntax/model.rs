//! The container of a model: a header with kind, version and checksum, then numbered sections that are read in place.

use std::borrow::Cow;

/// Bytes a model file begins with.
const MAGIC: [u8; 8] = *b"XCLMODEL";

/// Version of the layout and of what the sections mean; a model of another version is refused.
const VERSION: u32 = 4;

/// Magic, version, kind, checksum, number of sections, and four bytes of nothing.
const HEADER: usize = 32;

/// Sections begin at multiples of this.
#[cfg(any(test, feature = "train"))]
const ALIGNMENT: usize = 64;

/// Why a model cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The bytes are no model.
    #[error("the {kind} model is no crossclaim model: it does not begin with its mark; train it with the `train` binary")]
    NoModel {
        /// Which model was wanted.
        kind: &'static str,
    },
    /// It was written for another version of the program, or is a model of another kind.
    #[error("the {kind} model has version {found}, this program reads version {wanted}; train it again with the `train` binary")]
    Version {
        /// Which model was wanted.
        kind: &'static str,
        /// The version found; 0 where the model is of another kind.
        found: u32,
        /// The version this program reads.
        wanted: u32,
    },
    /// Its bytes were changed or cut.
    #[error("the {kind} model is damaged: its checksum does not fit; get it again, or train it again with the `train` binary")]
    Damaged {
        /// Which model was wanted.
        kind: &'static str,
    },
    /// The parser was trained with another tagger.
    #[error("the parser model was trained with another tagger model; train both together with the `train` binary")]
    OtherTagger,
}

/// Which model a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Tagger,
    Parser,
}

impl Kind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Tagger => "tagger",
            Self::Parser => "parser",
        }
    }

    const fn number(self) -> u32 {
        match self {
            Self::Tagger => 1,
            Self::Parser => 2,
        }
    }
}

/// A checksum that notices every changed, added or missing byte, eight bytes at a time.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64 ^ bytes.len() as u64;
    let mut take = |word: u64| {
        sum = (sum ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        sum ^= sum >> 32;
    };
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        take(chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)));
    }
    take(chunks.remainder().iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)));
    sum
}

/// The sections of a model whose header and checksum fitted.
pub(crate) struct Sections {
    bytes: Cow<'static, [u8]>,
    kind: Kind,
    next: usize,
}

fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

impl Sections {
    /// Checks a model of kind `kind`.
    pub(crate) fn open(bytes: Cow<'static, [u8]>, kind: Kind) -> Result<Self, ModelError> {
        let name = kind.name();
        if bytes.len() < HEADER || bytes[..8] != MAGIC {
            return Err(ModelError::NoModel { kind: name });
        }
        let version = number_at(&bytes, 8).unwrap_or(0);
        if version != VERSION || number_at(&bytes, 12) != Some(kind.number()) {
            return Err(ModelError::Version { kind: name, found: if version == VERSION { 0 } else { version }, wanted: VERSION });
        }
        let stored = bytes[16..].first_chunk().map(|bytes| u64::from_le_bytes(*bytes));
        if stored != Some(checksum(&bytes[24..])) {
            return Err(ModelError::Damaged { kind: name });
        }
        Ok(Self { bytes, kind, next: 0 })
    }

    /// The checksum of the whole model.
    pub(crate) fn checksum(&self) -> u64 {
        self.bytes[16..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }

    /// What is wrong where a section does not hold what it should.
    pub(crate) fn damaged(&self) -> ModelError {
        ModelError::Damaged { kind: self.kind.name() }
    }

    /// The next section, not copied where the model is part of the program.
    pub(crate) fn bytes(&mut self) -> Result<Cow<'static, [u8]>, ModelError> {
        let entry = HEADER + 8 * self.next;
        self.next += 1;
        let listed = number_at(&self.bytes, 24).is_some_and(|count| self.next <= count as usize);
        let place = number_at(&self.bytes, entry).zip(number_at(&self.bytes, entry + 4)).filter(|_| listed);
        let (start, length) = place.map(|(start, length)| (start as usize, length as usize)).ok_or_else(|| self.damaged())?;
        let range = start..start + length;
        let section = match &self.bytes {
            Cow::Borrowed(bytes) => bytes.get(range).map(Cow::Borrowed),
            Cow::Owned(bytes) => bytes.get(range).map(|bytes| Cow::Owned(bytes.to_vec())),
        };
        section.ok_or_else(|| self.damaged())
    }

    /// The next section as numbers; small ones only, for they are copied.
    pub(crate) fn numbers(&mut self) -> Result<Vec<u32>, ModelError> {
        Ok(self.bytes()?.chunks_exact(4).map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])).collect())
    }

    /// The next section as floating-point numbers; small ones only, for they are copied.
    pub(crate) fn floats(&mut self) -> Result<Vec<f32>, ModelError> {
        Ok(self.numbers()?.into_iter().map(f32::from_bits).collect())
    }
}

/// Puts a model together.
#[cfg(any(test, feature = "train"))]
#[derive(Default)]
pub(crate) struct Writer {
    sections: Vec<Vec<u8>>,
}

#[cfg(any(test, feature = "train"))]
impl Writer {
    pub(crate) fn bytes(&mut self, section: Vec<u8>) {
        self.sections.push(section);
    }

    pub(crate) fn numbers(&mut self, section: impl IntoIterator<Item = u32>) {
        self.bytes(section.into_iter().flat_map(u32::to_le_bytes).collect());
    }

    pub(crate) fn floats(&mut self, section: &[f32]) {
        self.numbers(section.iter().map(|number| number.to_bits()));
    }

    /// The whole file.
    pub(crate) fn finish(self, kind: Kind) -> Vec<u8> {
        let mut file = Vec::new();
        file.extend(MAGIC);
        file.extend(VERSION.to_le_bytes());
        file.extend(kind.number().to_le_bytes());
        file.extend([0; 8]);
        file.extend((self.sections.len() as u32).to_le_bytes());
        file.extend([0; 4]);
        let mut start = (HEADER + 8 * self.sections.len()).next_multiple_of(ALIGNMENT);
        for section in &self.sections {
            file.extend((start as u32).to_le_bytes());
            file.extend((section.len() as u32).to_le_bytes());
            start = (start + section.len()).next_multiple_of(ALIGNMENT);
        }
        for section in &self.sections {
            file.resize(file.len().next_multiple_of(ALIGNMENT), 0);
            file.extend(section);
        }
        let sum = checksum(&file[24..]);
        file[16..24].copy_from_slice(&sum.to_le_bytes());
        file
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_come_back_and_damage_is_refused() {
        let mut writer = Writer::default();
        writer.bytes(vec![1, 2, 3]);
        writer.floats(&[0.5, -2.0]);
        let file = writer.finish(Kind::Tagger);
        let mut sections = Sections::open(Cow::Owned(file.clone()), Kind::Tagger).expect("a whole model");
        assert_eq!(*sections.bytes().expect("the first section"), [1, 2, 3]);
        assert_eq!(sections.floats().expect("the second section"), [0.5, -2.0]);
        assert!(sections.bytes().is_err());

        let refused = |file: Vec<u8>, kind| Sections::open(Cow::Owned(file), kind).err();
        assert_eq!(refused(file.clone(), Kind::Parser), Some(ModelError::Version { kind: "parser", found: 0, wanted: VERSION }));
        assert_eq!(refused(file[..file.len() - 1].to_vec(), Kind::Tagger), Some(ModelError::Damaged { kind: "tagger" }));
        assert_eq!(refused(b"something else".to_vec(), Kind::Tagger), Some(ModelError::NoModel { kind: "tagger" }));
        let mut other = file.clone();
        other[8] = 9;
        assert_eq!(refused(other, Kind::Tagger), Some(ModelError::Version { kind: "tagger", found: 9, wanted: VERSION }));
        for at in 16..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 0x10;
            assert_eq!(refused(damaged, Kind::Tagger), Some(ModelError::Damaged { kind: "tagger" }), "byte {at}");
        }
    }
}
