//! Marks above tests, or within them: which test a comment belongs to, in each language that tests are written in.

/// How one language writes comments and tests.
pub struct Language {
    pub ending: &'static str,
    pub comment: &'static str,
    attributes: &'static [&'static str],
}

pub const RUST: Language = Language { ending: ".rs", comment: "//", attributes: &["#["] };
pub const PYTHON: Language = Language { ending: ".py", comment: "#", attributes: &["@"] };
pub const JAVASCRIPT: Language = Language { ending: ".mjs", comment: "//", attributes: &[] };
pub const TYPESCRIPT: Language = Language { ending: ".test.ts", comment: "//", attributes: &[] };

impl Language {
    /// A test there is a call with its name in quotation marks.
    fn is_script(&self) -> bool {
        self.ending.ends_with("js") || self.ending.ends_with("ts")
    }

    /// The name of the function, or of the test of a script, that begins in this line.
    fn function<'a>(&self, line: &'a str) -> Option<&'a str> {
        let line = line.trim_start();
        if self.is_script() {
            let line = line.strip_prefix("await ").unwrap_or(line);
            let rest = ["test(", "it(", "t.test("].iter().find_map(|call| line.strip_prefix(call))?;
            let quote = rest.chars().next().filter(|first| ['\'', '"', '`'].contains(first))?;
            return rest.get(1..)?.split(quote).next();
        }
        let rest = match self.ending {
            ".py" => line.strip_prefix("def ").or_else(|| line.strip_prefix("async def ")),
            _ => line.strip_prefix("fn ").or_else(|| line.strip_prefix("async fn ")),
        }?;
        rest.split(['(', '<']).next()
    }

    /// Whether the function that begins in line `at` is a test.
    fn is_test(&self, lines: &[&str], at: usize) -> bool {
        if self.is_script() {
            return true;
        }
        if self.ending == ".py" {
            return self.function(lines[at]).is_some_and(|name| name.starts_with("test_"));
        }
        let above = lines[..at].iter().rev().map(|line| line.trim_start());
        let mut above = above.take_while(|line| line.starts_with("#[") || line.starts_with("//"));
        above.any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"))
    }

    fn passes_over(&self, line: &str) -> bool {
        let line = line.trim_start();
        line.starts_with(self.comment) || self.attributes.iter().any(|attribute| line.starts_with(attribute))
    }

    /// The test that a mark in line `at` belongs to.
    pub fn test(&self, lines: &[&str], at: usize) -> Option<String> {
        let mut next = at + 1;
        let mut depth = 0_usize;
        // An attribute may stretch over several lines.
        while next < lines.len() && (depth > 0 || self.passes_over(lines[next])) {
            if !lines[next].trim_start().starts_with(self.comment) {
                depth += lines[next].matches(['(', '[']).count();
                depth = depth.saturating_sub(lines[next].matches([')', ']']).count());
            }
            next += 1;
        }
        let below = lines.get(next)?.trim();
        if below.is_empty() || below.starts_with(['}', ')', ']']) {
            return None;
        }
        if self.function(below).is_some() {
            return self.is_test(lines, next).then(|| self.function(below).unwrap().to_owned());
        }
        // A function within the test, above the mark, stands no further out than the mark itself.
        let around = |line: &usize| self.function(lines[*line]).is_some() && margin(lines[*line]) < margin(lines[next]);
        let around = (0..at).rev().find(around)?;
        self.is_test(lines, around).then(|| self.function(lines[around]).unwrap().to_owned())
    }
}

fn margin(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
