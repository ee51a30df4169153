//! crossclaim reads news articles, extracts the checkable claims in them, and reconciles the claims across sources.
//!
//! ```
//! use crossclaim::{Pipeline, article::Article, reconcile::reconcile};
//!
//! let pipeline = Pipeline::default();
//! let articles = [
//!     Article::new("north", "The North", "Norway pledged $40 million to Ethiopia, the ministry said."),
//!     Article::new("south", "The South", "Norway pledged $90 million to Ethiopia, the ministry said."),
//! ];
//! let claims: Vec<_> = articles.iter().flat_map(|article| pipeline.extract(article)).collect();
//! assert_eq!(claims[0].text, "Norway pledged $40 million to Ethiopia");
//!
//! let ledger = reconcile(&claims, pipeline.gazetteers());
//! assert_eq!(ledger.conflicts[0].code.as_str(), "amount-conflict");
//! ```
//!
//! [`read::Reader`] turns files and folders into articles; [`tag::tag`] gives the mentions alone; [`report`] writes what was
//! found. Tables of your own are laid over the built-in ones by [`gazetteer::Gazetteers::with_folder`].
#![warn(missing_docs)]

pub mod article;
pub mod claim;
pub mod gazetteer;
pub mod read;
pub mod reconcile;
pub mod report;
pub mod score;
pub mod segment;
pub mod syntax;
pub mod tag;

use article::Article;
use claim::model::Claim;
use gazetteer::Gazetteers;

/// Everything between an article and its claims, over one set of tables.
#[derive(Clone, Copy, Debug)]
pub struct Pipeline<'g> {
    gazetteers: &'g Gazetteers,
}

impl Default for Pipeline<'static> {
    fn default() -> Self {
        Self { gazetteers: Gazetteers::embedded() }
    }
}

impl<'g> Pipeline<'g> {
    /// A pipeline over tables of your own.
    pub fn with_gazetteers(gazetteers: &'g Gazetteers) -> Self {
        Self { gazetteers }
    }

    /// The tables it works with.
    pub fn gazetteers(&self) -> &'g Gazetteers {
        self.gazetteers
    }

    /// The claims of one article and what else its sentences state: what [`reconcile::reconcile`] can compare.
    pub fn extract_all(&self, article: &Article) -> Vec<Claim> {
        let document = segment::segment(article, self.gazetteers);
        let (mentions, tagged) = tag::tag_and_keep(&document, self.gazetteers);
        claim::extract_all_from(&document, &mentions, &tagged, self.gazetteers)
    }

    /// The claims of one article, in the order of the text: a pure function of the article.
    pub fn extract(&self, article: &Article) -> Vec<Claim> {
        let document = segment::segment(article, self.gazetteers);
        let (mentions, tagged) = tag::tag_and_keep(&document, self.gazetteers);
        claim::extract_from(&document, &mentions, &tagged, self.gazetteers)
    }
}
