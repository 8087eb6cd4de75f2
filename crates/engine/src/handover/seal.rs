//! The lock on a hand-over file: the age format with a passphrase, as text. Nothing here knows what is inside.

use std::io::{ErrorKind, Read, Write};

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::scrypt::{Identity, Recipient};
use age::{DecryptError, Decryptor, Encryptor};
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::problem::{Field, Problem, ProblemCode, Result};

/// How much work one guess is: 2 to the power of this. About a second, and 256 MB of memory.
const WORK: u8 = 18;
/// A file that asks for more than we ever write is meant to keep this computer busy.
const MOST_WORK: u8 = WORK;
/// More than any company's settings; what is longer is no file of ours.
pub(super) const LARGEST: usize = 16 * 1024 * 1024;
/// The head of a file with one passphrase has about 150 bytes. The reader's time grows with its square.
const LONGEST_HEAD: usize = 2048;

const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const END: &[u8] = b"-----END AGE ENCRYPTED FILE-----";
const BARE: &[u8] = b"age-encryption.org/";

/// # Errors
/// `HandoverTooLarge`; `RandomMissing` is told by a panic of the library, which asks the system for randomness.
pub(super) fn seal(plain: &[u8], passphrase: SecretString) -> Result<Vec<u8>> {
    seal_with(plain, passphrase, WORK)
}

fn seal_with(plain: &[u8], passphrase: SecretString, work: u8) -> Result<Vec<u8>> {
    let mut recipient = Recipient::new(passphrase);
    recipient.set_work_factor(work);
    let failed = || Problem::new(ProblemCode::RandomMissing);
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as _)).map_err(|_| failed())?;
    let armour = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).map_err(|_| failed())?;
    let mut writer = encryptor.wrap_output(armour).map_err(|_| failed())?;
    let written = writer.write_all(plain).and_then(|()| writer.finish()).and_then(ArmoredWriter::finish);
    let sealed = written.map_err(|_| failed())?;
    if sealed.len() > LARGEST { Err(too_large()) } else { Ok(sealed) }
}

/// # Errors
/// `HandoverForeign`, `HandoverTruncated`, `HandoverDamaged`, `HandoverNewer`, `HandoverTooLarge`, `HandoverCostly`,
/// `PassphraseWrong`.
pub(super) fn open(sealed: &[u8], passphrase: SecretString) -> Result<Zeroizing<Vec<u8>>> {
    let bare = bare(sealed)?;
    check_head(&bare)?;
    let decryptor = Decryptor::new_buffered(bare.as_slice()).map_err(|error| problem(&error))?;
    let mut identity = Identity::new(passphrase);
    identity.set_max_work_factor(MOST_WORK);
    let mut reader = decryptor.decrypt(std::iter::once(&identity as _)).map_err(|error| problem(&error))?;
    // Room for all of it at once: a buffer that grows leaves what it held behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(bare.len()));
    let read = reader.read_to_end(&mut plain);
    read.map_err(|error| Problem::new(if is_short(&error) { TRUNCATED } else { DAMAGED }))?;
    Ok(plain)
}

const DAMAGED: ProblemCode = ProblemCode::HandoverDamaged;
const TRUNCATED: ProblemCode = ProblemCode::HandoverTruncated;

pub(super) fn too_large() -> Problem {
    Problem::new(ProblemCode::HandoverTooLarge).arg("limit", LARGEST / 1024 / 1024)
}

/// Without its armour. Text tells by its last line whether it is all there.
fn bare(sealed: &[u8]) -> Result<Vec<u8>> {
    if sealed.len() > LARGEST {
        return Err(too_large());
    }
    let text = sealed.trim_ascii();
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    if text.starts_with(BARE) {
        return Ok(text.to_vec());
    }
    if text.len() < BEGIN.len() && BEGIN.starts_with(text) && !text.is_empty() {
        return Err(Problem::new(TRUNCATED));
    }
    if !text.starts_with(BEGIN) {
        return Err(Problem::new(ProblemCode::HandoverForeign));
    }
    if !text.ends_with(END) {
        let goes_on = text.windows(END.len()).any(|part| part == END);
        return Err(Problem::new(if goes_on { DAMAGED } else { TRUNCATED }));
    }
    let mut bare = Vec::with_capacity(text.len());
    ArmoredReader::new(text).read_to_end(&mut bare).map_err(|_| Problem::new(DAMAGED))?;
    Ok(bare)
}

fn check_head(bare: &[u8]) -> Result<()> {
    if !bare.starts_with(BARE) {
        return Err(Problem::new(DAMAGED));
    }
    if !bare.starts_with(b"age-encryption.org/v1\n") {
        return Err(Problem::new(ProblemCode::HandoverNewer));
    }
    let head = &bare[..bare.len().min(LONGEST_HEAD)];
    let Some(end) = head.windows(5).position(|part| part == b"\n--- ") else {
        return Err(Problem::new(if bare.len() < LONGEST_HEAD { TRUNCATED } else { DAMAGED }));
    };
    // Locked for somebody's key, not with a passphrase: age can do that, and we never do.
    let with_passphrase = head[..end].windows(10).any(|part| part == b"-> scrypt ");
    if with_passphrase { Ok(()) } else { Err(Problem::new(ProblemCode::HandoverForeign)) }
}

fn problem(error: &DecryptError) -> Problem {
    let problem = Problem::new(match error {
        DecryptError::ExcessiveWork { .. } => ProblemCode::HandoverCostly,
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            ProblemCode::PassphraseWrong
        }
        DecryptError::UnknownFormat => ProblemCode::HandoverNewer,
        DecryptError::Io(error) if is_short(error) => TRUNCATED,
        // The head, or a part of the body: changed since.
        _ => DAMAGED,
    });
    // It is told beside the box, to be typed again there.
    if problem.code == ProblemCode::PassphraseWrong { problem.at(Field::Passphrase) } else { problem }
}

fn is_short(error: &std::io::Error) -> bool {
    error.kind() == ErrorKind::UnexpectedEof
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    const EASY: u8 = 6;

    fn sealed() -> Vec<u8> {
        seal_with(&b"canary ".repeat(30_000), "right".into(), EASY).unwrap()
    }

    fn check(name: &str, sealed: &[u8], passphrase: &str, expected: ProblemCode) {
        let refused = open(sealed, passphrase.into()).err().unwrap_or_else(|| panic!("{name}: it was opened"));
        assert_eq!(refused.code, expected, "{name}");
    }

    fn armoured(bare: &[u8]) -> Vec<u8> {
        let mut writer = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).unwrap();
        writer.write_all(bare).unwrap();
        writer.finish().unwrap()
    }

    #[test]
    fn what_was_sealed_is_opened_by_its_passphrase_whatever_a_mail_program_did_around_it() {
        let sealed = sealed();
        // age ends its lines as the system does.
        let text = String::from_utf8(sealed.clone()).unwrap().replace("\r\n", "\n");
        assert!(!text.contains("canary") && text.is_ascii());
        for way in [text.clone(), format!("\u{feff}{text}"), format!("\n\n{text}\n\n"), text.replace('\n', "\r\n")] {
            assert_eq!(open(way.as_bytes(), "right".into()).unwrap().len(), 210_000, "{:?}", &way[..40]);
        }
        assert!(open(&bare(&sealed).unwrap(), "right".into()).is_ok(), "age itself writes it bare too");
    }

    #[test]
    fn each_wrong_file_is_refused_for_its_own_reason() {
        use ProblemCode as P;
        let sealed = sealed();
        let bare = bare(&sealed).unwrap();
        check("another passphrase", &sealed, "wrong", P::PassphraseWrong);
        check("no passphrase", &sealed, "", P::PassphraseWrong);
        check("nothing", b"", "right", P::HandoverForeign);
        check("a picture", b"\x89PNG\r\n\x1a\n", "right", P::HandoverForeign);
        check("too large", &vec![b'x'; LARGEST + 1], "right", P::HandoverTooLarge);
        for length in [10, 34, 100, 5_000, sealed.len() - 40] {
            check("cut short", &sealed[..length], "right", P::HandoverTruncated);
        }
        check("cut within its head", &bare[..60], "right", P::HandoverTruncated);
        let mut whole_parts = bare.clone();
        let head = bare.windows(5).position(|part| part == b"\n--- ").unwrap();
        whole_parts.truncate(head + 49 + 16 + 2 * (65_536 + 16));
        check("cut between two parts", &whole_parts, "right", P::HandoverTruncated);
        let mut changed = bare.clone();
        let last = changed.len() - 1;
        changed[last] ^= 1;
        check("a changed end", &armoured(&changed), "right", P::HandoverDamaged);
        changed = bare.clone();
        changed[head + 10] = if changed[head + 10] == b'A' { b'B' } else { b'A' };
        check("a changed head", &armoured(&changed), "right", P::HandoverDamaged);
        let letters = String::from_utf8(sealed.clone()).unwrap().replacen("\nA", "\n*", 1).replacen("\nY", "\n*", 1);
        check("no base64", letters.as_bytes(), "right", P::HandoverDamaged);
        let newer = String::from_utf8_lossy(&bare[..21]).replace("v1", "v9").into_bytes();
        check("age of another day", &[newer, bare[21..].to_vec()].concat(), "right", P::HandoverNewer);
    }

    #[test]
    fn a_file_that_asks_for_too_much_work_is_refused_before_any_is_done() {
        let bare = bare(&sealed()).unwrap();
        let head = String::from_utf8_lossy(&bare[..120]).into_owned();
        let line = head.lines().nth(1).unwrap();
        for work in ["19", "30", "63"] {
            let costly = format!("{} {work}", line.rsplit_once(' ').unwrap().0);
            let at = bare.windows(line.len()).position(|part| part == line.as_bytes()).unwrap();
            let bomb = [&bare[..at], costly.as_bytes(), &bare[at + line.len()..]].concat();
            check(work, &bomb, "right", ProblemCode::HandoverCostly);
        }
        let stanzas = b"-> x y\nAAAA\n".repeat(400_000);
        let bomb = [b"age-encryption.org/v1\n".to_vec(), stanzas, b"--- AAAA\n".to_vec()].concat();
        check("a head without end", &bomb, "right", ProblemCode::HandoverDamaged);
    }

    #[test]
    fn a_key_that_is_no_passphrase_is_not_ours() {
        let key = age::x25519::Identity::generate();
        let sealed = age::encrypt(&key.to_public(), b"x").unwrap();
        check("somebody's key", &sealed, "right", ProblemCode::HandoverForeign);
    }

    proptest! {
        #[test]
        fn no_bytes_bring_it_down(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            prop_assert!(open(&bytes, "right".into()).is_err());
            let framed = armoured(&bytes);
            prop_assert!(open(&framed, "right".into()).is_err());
            let headed = [b"age-encryption.org/v1\n".to_vec(), bytes].concat();
            prop_assert!(open(&headed, "right".into()).is_err());
        }

        #[test]
        fn no_single_change_of_a_file_is_overlooked(at in 0usize..400, bit in 0u8..8) {
            let bare = bare(&seal_with(b"canary", "right".into(), EASY).unwrap()).unwrap();
            let mut changed = bare.clone();
            let at = at % changed.len();
            changed[at] ^= 1 << bit;
            prop_assert!(open(&changed, "right".into()).is_err());
        }
    }
}
