//! `changes.jsonl`: what changed since `world.json` was written, one commit a line. A line that is not
//! whole was never answered.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::super::rows::{ELSEWHERE, Splice};
use super::private_file;

#[derive(Debug)]
pub struct Changes {
    file: File,
    size: u64,
}

/// One line, to be written.
#[derive(Debug, Default)]
pub struct Commit {
    /// Lines of the journal file that belong to the world as it then is.
    pub journal: u64,
    /// The world's plain fields as JSON, if they changed.
    pub rest: Option<String>,
    /// A list by its JSON pointer, and what changed in it.
    pub lists: Vec<(String, Splice)>,
}

#[derive(Deserialize)]
struct Header {
    generation: u64,
}

/// One line, read back.
#[derive(Deserialize)]
struct Line {
    journal: u64,
    rest: Option<Value>,
    lists: Vec<ListLine>,
}

#[derive(Deserialize)]
struct ListLine {
    list: String,
    at: usize,
    drop: usize,
    put: Vec<Value>,
}

impl Commit {
    fn text(&self) -> String {
        let rest = self.rest.as_deref().unwrap_or("null");
        let list = |(list, Splice { at, drop, put }): &(String, Splice)| {
            format!(r#"{{"list":"{list}","at":{at},"drop":{drop},"put":{put}}}"#)
        };
        let lists: Vec<String> = self.lists.iter().map(list).collect();
        format!("{{\"journal\":{},\"rest\":{rest},\"lists\":[{}]}}\n", self.journal, lists.join(","))
    }
}

impl Changes {
    /// An empty file that belongs to that generation of `world.json`.
    pub fn begin(path: &Path, generation: u64) -> io::Result<Self> {
        let mut file = private_file().create(true).truncate(true).write(true).open(path)?;
        let header = format!("{{\"generation\":{generation}}}\n");
        file.write_all(header.as_bytes())?;
        Ok(Self { file, size: header.len() as u64 })
    }

    pub fn size(&self) -> u64 {
        self.size
    }

    pub fn file(&self) -> &File {
        &self.file
    }

    /// In one write.
    pub fn append(&mut self, commit: &Commit) -> io::Result<()> {
        let text = commit.text();
        self.file.write_all(text.as_bytes())?;
        self.size += text.len() as u64;
        Ok(())
    }
}

/// Changes the saved world as the file says, and returns the number of journal lines that belong to
/// it. `None` when nothing in the file belongs to this generation.
pub fn replay(text: &str, generation: u64, world: &mut Value) -> Option<u64> {
    let mut lines = text.split_inclusive('\n');
    let header: Header = serde_json::from_str(lines.next()?).ok()?;
    if header.generation != generation {
        return None;
    }
    let mut journal = None;
    for line in lines {
        let Ok(line) = serde_json::from_str::<Line>(line) else {
            break;
        };
        journal = Some(line.journal);
        if let Some(rest) = line.rest {
            update(world, rest);
        }
        for change in line.lists {
            if let Some(Value::Array(rows)) = world.pointer_mut(&change.list) {
                splice(rows, change);
            }
        }
    }
    journal
}

fn splice(rows: &mut Vec<Value>, change: ListLine) {
    let ListLine { at, drop, put, .. } = change;
    if at + drop > rows.len() {
        return;
    }
    let (in_place, length) = (drop == put.len(), put.len());
    let mut olds: Vec<Value> = rows.splice(at..at + drop, put).collect();
    if in_place {
        for (row, old) in rows[at..].iter_mut().zip(&mut olds) {
            std::mem::swap(row, old);
            update(row, old.take());
        }
    } else {
        rows[at..at + length].iter_mut().for_each(|row| fill(row, &mut Value::Null));
    }
}

/// Takes the new value; lists that have records of their own stay as they were.
fn update(old: &mut Value, mut new: Value) {
    fill(&mut new, old);
    *old = new;
}

fn fill(new: &mut Value, old: &mut Value) {
    let Value::Object(fields) = new else {
        return;
    };
    for (name, value) in fields {
        if value == ELSEWHERE {
            let kept = old.get_mut(name).map(Value::take);
            *value = kept.filter(Value::is_array).unwrap_or_else(|| Value::Array(Vec::new()));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    fn line(journal: u64, rest: Option<&str>, lists: &[(&str, usize, usize, &str)]) -> String {
        let list = |(list, at, drop, put): &(&str, usize, usize, &str)| {
            ((*list).to_owned(), Splice { at: *at, drop: *drop, put: (*put).to_owned() })
        };
        Commit { journal, rest: rest.map(str::to_owned), lists: lists.iter().map(list).collect() }.text()
    }

    #[test]
    fn lines_are_applied_in_order_up_to_the_first_that_is_not_whole() {
        let before = json!({"name": "a", "groups": [{"id": 1, "messages": ["x"]}], "staff": [1, 2, 3]});
        let mut world = before.clone();
        let mut text = "{\"generation\":7}\n".to_owned();
        text += &line(1, None, &[("/staff", 1, 1, "[]"), ("/staff", 2, 0, "[4]")]);
        text += &line(2, Some(r#"{"name":"b","groups":"$list","staff":"$list"}"#), &[]);
        text += &line(3, None, &[("/groups", 0, 1, r#"[{"id":2,"messages":"$list"}]"#)]);
        text += &line(4, None, &[("/groups/0/messages", 1, 0, r#"["y"]"#)]);
        text += &line(5, None, &[("/groups", 1, 0, r#"[{"id":3,"messages":"$list"}]"#)]);
        let last = line(6, None, &[("/staff", 0, 3, "[]")]);
        text += &last[..last.len() - 5];
        assert_eq!(replay(&text, 7, &mut world), Some(5));
        let groups = json!([{"id": 2, "messages": ["x", "y"]}, {"id": 3, "messages": []}]);
        assert_eq!(world, json!({"name": "b", "groups": groups, "staff": [1, 3, 4]}));

        let mut world = before.clone();
        assert_eq!(replay(&text, 8, &mut world), None);
        assert_eq!(replay("", 8, &mut world), None);
        assert_eq!(world, before);
    }
}
