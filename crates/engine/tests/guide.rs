//! A newer pack of guides: what is taken, what is refused and why, and that the shipped ones are always there.
//! The keys that sign are made here.
#![allow(clippy::unwrap_used)]

mod support;

use std::io::Cursor;
use std::path::{Path, PathBuf};

use engine::connection::Region;
use engine::guide::{FORMAT, GuidePlace, LARGEST_PACK, Pack, Source, shipped};
use engine::problem::ProblemCode;
use engine::setup::{RegionChoice, RegisterForm};
use engine::{Engine, MemoryVault};
use minisign::KeyPair;
use tempfile::TempDir;

struct Maker {
    keys: KeyPair,
}

impl Maker {
    fn new() -> Self {
        Self { keys: KeyPair::generate_unencrypted_keypair().unwrap() }
    }

    fn key(&self) -> String {
        self.keys.pk.to_base64()
    }

    fn sign(&self, bytes: &[u8]) -> String {
        minisign::sign(Some(&self.keys.pk), &self.keys.sk, Cursor::new(bytes), None, None).unwrap().to_string()
    }
}

struct Bench {
    engine: Engine,
    maker: Maker,
    home: TempDir,
    files: TempDir,
}

impl Bench {
    async fn new() -> Self {
        let (home, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let maker = Maker::new();
        let engine = opened(home.path(), &maker.key()).await;
        Self { engine, maker, home, files }
    }

    /// The next start.
    async fn reopen(&mut self) {
        self.engine = opened(self.home.path(), &self.maker.key()).await;
    }

    fn lay(&self, bytes: &[u8], signature: Option<&str>) -> PathBuf {
        let file = self.files.path().join("guides.json");
        let beside = self.files.path().join("guides.json.minisig");
        std::fs::write(&file, bytes).unwrap();
        match signature {
            Some(signature) => std::fs::write(beside, signature).unwrap(),
            None => drop(std::fs::remove_file(beside)),
        }
        file
    }

    fn signed(&self, bytes: &[u8]) -> PathBuf {
        self.lay(bytes, Some(&self.maker.sign(bytes)))
    }

    /// Refused for this, with nothing changed.
    #[track_caller]
    fn refused(&self, file: &Path, expected: ProblemCode) -> impl Future<Output = ()> {
        let (file, caller) = (file.to_owned(), std::panic::Location::caller());
        async move { self.refused_at(&file, expected, caller.line()).await }
    }

    async fn refused_at(&self, file: &Path, expected: ProblemCode, line: u32) {
        let before = self.engine.guides().await.unwrap();
        let answer = self.engine.guides_install(file).await.map(|book| book.pack.edition);
        assert_eq!(answer.map_err(|problem| problem.code), Err(expected), "line {line}");
        let after = self.engine.guides().await.unwrap();
        assert_eq!((after.source, after.pack.edition), (before.source, before.pack.edition));
        assert_eq!(after.trouble, None);
    }

    fn tamper_with_the_kept_one(&self, sql: &str) {
        let file = rusqlite::Connection::open(self.home.path().join("hoitung.db")).unwrap();
        assert_eq!(file.execute(sql, []).unwrap(), 1);
    }
}

async fn opened(home: &Path, key: &str) -> Engine {
    let engine = support::open(home, std::sync::Arc::new(MemoryVault::new())).await;
    engine.set_guide_key(key);
    engine
}

fn newer(by: u64) -> Pack {
    let mut pack = shipped().clone();
    pack.edition += by;
    pack.guides[0].title.en = format!("Newer by {by}");
    pack
}

fn bytes(pack: &Pack) -> Vec<u8> {
    serde_json::to_vec(pack).unwrap()
}

#[tokio::test]
async fn a_newer_signed_pack_takes_the_place_of_the_shipped_guides_and_stays() {
    let mut bench = Bench::new().await;
    assert_eq!(bench.engine.guides().await.unwrap().source, Source::Shipped);
    let file = bench.signed(&bytes(&newer(1)));
    let book = bench.engine.guides_install(&file).await.unwrap();
    assert_eq!((book.source, book.pack), (Source::Installed, newer(1)));
    // A repeat is harmless, and told as what it is.
    bench.refused(&file, ProblemCode::GuidesOlder).await;
    bench.reopen().await;
    let book = bench.engine.guides().await.unwrap();
    assert_eq!((book.source, book.pack.edition), (Source::Installed, shipped().edition + 1));
    // And a newer one takes its place in turn.
    let book = bench.engine.guides_install(&bench.signed(&bytes(&newer(2)))).await.unwrap();
    assert_eq!(book.pack.edition, shipped().edition + 2);
}

#[tokio::test]
async fn what_is_wrong_with_a_pack_is_told_apart_and_nothing_changes() {
    let bench = Bench::new().await;
    let good = bytes(&newer(1));
    let signature = bench.maker.sign(&good);

    bench.refused(&bench.files.path().join("no-such.json"), ProblemCode::GuidesUnreadable).await;
    bench.refused(&bench.lay(&good, None), ProblemCode::GuidesUnsigned).await;
    bench.refused(&bench.lay(&good, Some("")), ProblemCode::GuidesUnsigned).await;
    bench.refused(&bench.lay(&good, Some("not a signature")), ProblemCode::GuidesTampered).await;
    bench.refused(&bench.lay(&good, Some(&"x".repeat(5000))), ProblemCode::GuidesTampered).await;
    // One letter of the pack, or its end.
    let mut changed = good.clone();
    changed[good.len() / 2] ^= 1;
    bench.refused(&bench.lay(&changed, Some(&signature)), ProblemCode::GuidesTampered).await;
    bench.refused(&bench.lay(&good[..good.len() - 1], Some(&signature)), ProblemCode::GuidesTampered).await;
    bench.refused(&bench.lay(b"", Some(&signature)), ProblemCode::GuidesTampered).await;
    bench.refused(&bench.lay(&[0xff, 0xfe, 0x00], Some(&signature)), ProblemCode::GuidesTampered).await;
    // Somebody else's signature.
    bench.refused(&bench.lay(&good, Some(&Maker::new().sign(&good))), ProblemCode::GuidesTampered).await;
    // The signature's own remark is signed too.
    let remark = signature.replacen("\ntrusted comment: ", "\ntrusted comment: x", 1);
    bench.refused(&bench.lay(&good, Some(&remark)), ProblemCode::GuidesTampered).await;

    let large = vec![b' '; usize::try_from(LARGEST_PACK).unwrap() + 1];
    bench.refused(&bench.signed(&large), ProblemCode::GuidesTooLarge).await;
    bench.refused(&bench.signed(b"{}"), ProblemCode::GuidesUnfit).await;
    bench.refused(&bench.signed(b"\xef\xbb\xbf{}"), ProblemCode::GuidesUnfit).await;
    bench.refused(&bench.signed(&good[..good.len() - 1]), ProblemCode::GuidesUnfit).await;

    let mut lacking = newer(1);
    lacking.guides.pop();
    bench.refused(&bench.signed(&bytes(&lacking)), ProblemCode::GuidesUnfit).await;
    let mut unknown: serde_json::Value = serde_json::to_value(newer(1)).unwrap();
    unknown["guides"][0]["address"] = "https://evil.example/".into();
    bench.refused(&bench.signed(unknown.to_string().as_bytes()), ProblemCode::GuidesUnfit).await;
    let mut led_away: serde_json::Value = serde_json::to_value(newer(1)).unwrap();
    led_away["guides"][0]["link"]["com"] = "https://evil.example/".into();
    bench.refused(&bench.signed(led_away.to_string().as_bytes()), ProblemCode::GuidesUnfit).await;

    bench.refused(&bench.signed(&bytes(shipped())), ProblemCode::GuidesOlder).await;
    let mut older = shipped().clone();
    older.edition -= 1;
    bench.refused(&bench.signed(&bytes(&older)), ProblemCode::GuidesOlder).await;
    let mut later = newer(1);
    later.format = FORMAT + 1;
    bench.refused(&bench.signed(&bytes(&later)), ProblemCode::GuidesTooNew).await;
}

#[tokio::test]
async fn without_a_makers_key_nobody_is_believed() {
    let bench = Bench::new().await;
    let file = bench.signed(&bytes(&newer(1)));
    for key in ["", "no key at all"] {
        bench.engine.set_guide_key(key);
        bench.refused(&file, ProblemCode::GuidesKeyMissing).await;
    }
    // None is built in: a home opened as the program opens it refuses too.
    let home = tempfile::tempdir().unwrap();
    let engine = support::open(home.path(), std::sync::Arc::new(MemoryVault::new())).await;
    assert_eq!(engine.guides_install(&file).await.unwrap_err().code, ProblemCode::GuidesKeyMissing);
}

#[tokio::test]
async fn a_kept_pack_that_went_bad_makes_room_for_the_shipped_guides_and_is_told_once() {
    for (sql, expected) in [
        ("UPDATE setting SET value = substr(value, 1, 500) WHERE name = 'guides'", ProblemCode::GuidesTampered),
        ("UPDATE setting SET value = '' WHERE name = 'guides-signature'", ProblemCode::GuidesUnsigned),
    ] {
        let mut bench = Bench::new().await;
        bench.engine.guides_install(&bench.signed(&bytes(&newer(1)))).await.unwrap();
        bench.tamper_with_the_kept_one(sql);
        bench.reopen().await;
        let book = bench.engine.guides().await.unwrap();
        assert_eq!((book.source, &book.pack), (Source::Shipped, shipped()));
        assert_eq!(book.trouble.unwrap().code, expected);
        assert_eq!(bench.engine.guides().await.unwrap().trouble, None);
        // A good one mends it.
        let book = bench.engine.guides_install(&bench.signed(&bytes(&newer(1)))).await.unwrap();
        assert_eq!(book.source, Source::Installed);
    }
}

#[tokio::test]
async fn a_program_that_came_with_newer_guides_uses_those_and_complains_of_nothing() {
    let mut bench = Bench::new().await;
    bench.engine.guides_install(&bench.signed(&bytes(&newer(1)))).await.unwrap();
    // As if this program were the older one's successor: what is kept is not newer than what it came with.
    let same = bytes(shipped());
    let signature = bench.maker.sign(&same);
    let file = rusqlite::Connection::open(bench.home.path().join("hoitung.db")).unwrap();
    file.execute("UPDATE setting SET value = ?1 WHERE name = 'guides'", [String::from_utf8(same).unwrap()]).unwrap();
    file.execute("UPDATE setting SET value = ?1 WHERE name = 'guides-signature'", [signature]).unwrap();
    bench.reopen().await;
    let book = bench.engine.guides().await.unwrap();
    assert_eq!((book.source, book.trouble), (Source::Shipped, None));
}

#[tokio::test]
async fn a_company_gets_the_guides_of_its_edition() {
    let bench = Bench::new().await;
    let shelf_of = async |region: Region| {
        let id = bench.engine.connection_create(region).await.unwrap().connection.id;
        (bench.engine.guide_shelf(&id).await.unwrap(), id)
    };
    let (mainland, _) = shelf_of(Region::Com).await;
    let (international, _) = shelf_of(Region::Io).await;
    assert_eq!((mainland.region, international.region), (RegionChoice::Com, RegionChoice::Io));
    assert_eq!(mainland.guides.len(), GuidePlace::ALL.len());
    let create = |shelf: &engine::guide::Shelf| shelf.guides[2].clone();
    assert!(create(&mainland).differs.is_none() && create(&international).differs.is_some());
    // A label that the international console was never seen to print is not vouched for there.
    let name = |shelf: &engine::guide::Shelf| create(shelf).steps[3].verified;
    assert!(name(&mainland) && !name(&international));

    // While practising, the edition that is being tried out; the links lead to the practice console.
    let (practising, id) = shelf_of(Region::Practice).await;
    assert!(practising.practising && practising.region == RegionChoice::Com);
    let robot = |shelf: &engine::guide::Shelf| {
        shelf.guides.iter().find(|guide| guide.place == GuidePlace::RobotKeyword).unwrap().link
    };
    assert_eq!((robot(&practising), robot(&mainland)), (Some(engine::Link::Group), None));
    let form = RegisterForm { region: Some(RegionChoice::Io), ..RegisterForm::default() };
    bench.engine.register_draft(&id, form).await.unwrap();
    assert_eq!(bench.engine.guide_shelf(&id).await.unwrap().region, RegionChoice::Io);
}
