use std::fmt::Write as _;
use std::path::Path;

use engine::Engine;
use engine::guide::{Book, Both, GuidePlace, GuideView, Label, Source};
use engine::setup::RegionChoice;
use serde_json::{Value, json};
use words::{Language, Speaker};

use crate::failure::Failure;
use crate::output::{self, Answer};

/// Every place that has a guide.
pub async fn list(engine: &Engine, speaker: Speaker, region: RegionChoice) -> Result<Answer, Failure> {
    let book = book(engine, speaker).await?;
    let shelf = book.shelf(region, false);
    let guides: Vec<Value> = shelf
        .guides
        .iter()
        .map(|guide| json!({ "place": guide.place, "title": said(&guide.title, speaker), "who": guide.who }))
        .collect();
    let wide = shelf.guides.iter().map(|guide| guide.place.name().len()).max().unwrap_or_default();
    let lines: Vec<String> = shelf
        .guides
        .iter()
        .map(|guide| format!("{:wide$}  {}", guide.place.name(), said(&guide.title, speaker)))
        .collect();
    let json = json!({ "edition": book.pack.edition, "source": book.source, "guides": guides });
    Ok(Answer { json, words: lines.join("\n") })
}

/// One guide, from its first step to what is seen at the end.
pub async fn show(
    engine: &Engine,
    speaker: Speaker,
    place: GuidePlace,
    region: RegionChoice,
) -> Result<Answer, Failure> {
    let book = book(engine, speaker).await?;
    let guide = book.pack.guides.iter().find(|guide| guide.place == place);
    let Some(view) = guide.map(|guide| guide.view(region, false)) else {
        // No pack is in force that lacks a place.
        return Err(Failure::SystemFailed { detail: place.name() });
    };
    let page = Page { view: &view, speaker, region };
    Ok(Answer { json: page.json(), words: page.words() })
}

/// Puts a newer pack in force.
pub async fn install(engine: &Engine, speaker: Speaker, file: &Path) -> Result<Answer, Failure> {
    let book = engine.guides_install(file).await?;
    let edition = book.pack.edition.to_string();
    let words = speaker.text_with("cli-guides-installed", &[("edition", &edition)]);
    Ok(Answer { json: json!({ "edition": book.pack.edition, "source": book.source }), words })
}

/// The guides in force. Trouble with an installed pack is a remark aside: the shipped guides are an answer too.
async fn book(engine: &Engine, speaker: Speaker) -> Result<Book, Failure> {
    let book = engine.guides().await?;
    if let Some(problem) = &book.trouble
        && book.source == Source::Shipped
    {
        let text = speaker.problem_text(problem);
        output::aside(&format!("{}\n{} {}", speaker.text("guide-trouble"), text.what, text.fix));
    }
    Ok(book)
}

fn said(text: &Both, speaker: Speaker) -> &str {
    match speaker.language() {
        Language::En => &text.en,
        Language::ZhHk => &text.zh_hk,
    }
}

struct Page<'a> {
    view: &'a GuideView,
    speaker: Speaker,
    region: RegionChoice,
}

impl Page<'_> {
    fn json(&self) -> Value {
        let GuideView { place, who, link, checked, .. } = self.view;
        let steps: Vec<Value> = self
            .view
            .steps
            .iter()
            .map(|step| {
                let labels: Vec<&Label> = self.labels_of(&step.text).collect();
                json!({
                    "text": self.filled(&step.text),
                    "labels": labels,
                    "who": step.who,
                    "verified": step.verified,
                    "unexpected": step.unexpected,
                })
            })
            .collect();
        let variants: Vec<Value> = self
            .view
            .variants
            .iter()
            .map(|one| json!({ "when": self.filled(&one.when), "then": self.filled(&one.then), "guide": one.guide }))
            .collect();
        json!({
            "place": place,
            "region": self.region,
            "title": said(&self.view.title, self.speaker),
            "why": self.filled(&self.view.why),
            "who": who,
            "link": link,
            "steps": steps,
            "see": self.filled(&self.view.see),
            "variants": variants,
            "differs": self.view.differs.as_ref().map(|text| self.filled(text)),
            "checked": checked,
        })
    }

    fn words(&self) -> String {
        let say = |id: &str| self.speaker.text(id);
        let mut page = format!("{}\n{}\n", said(&self.view.title, self.speaker), self.filled(&self.view.why));
        let who = self.speaker.who_text(self.view.who);
        let _ = writeln!(page, "{}\n", self.speaker.text_with("guide-who", &[("who", &who)]));
        for (at, step) in self.view.steps.iter().enumerate() {
            let _ = write!(page, "{}. {}", at + 1, self.filled(&step.text));
            if step.who != self.view.who {
                page.push_str(&self.speaker.aside(&self.speaker.who_text(step.who)));
            }
            page.push('\n');
            for label in self.labels_of(&step.text) {
                let _ = writeln!(page, "   {} · {} · {}", label.cn, label.hk, label.en);
            }
            for (marked, id) in [(step.unexpected, "guide-unexpected"), (!step.verified, "guide-unverified")] {
                if marked {
                    let _ = writeln!(page, "   ! {}", say(id));
                }
            }
        }
        let _ = write!(page, "\n{}\n{}\n\n{}\n", say("guide-see"), self.filled(&self.view.see), say("guide-different"));
        for one in &self.view.variants {
            let _ = writeln!(page, "- {}", self.speaker.sentences(&self.filled(&one.when), &self.filled(&one.then)));
        }
        if let Some(text) = &self.view.differs {
            let _ = writeln!(page, "- {}", self.speaker.sentences(&say("guide-differs"), &self.filled(text)));
        }
        let sections: Vec<String> = self.view.checked.sections.iter().map(|section| format!("§ {section}")).collect();
        let values = [("date", self.view.checked.on.as_str()), ("sections", &sections.join(", "))];
        let _ = write!(page, "\n{}", self.speaker.text_with("guide-checked", &values));
        page
    }

    /// The labels that a text names, in their order.
    fn labels_of<'a>(&'a self, text: &'a Both) -> impl Iterator<Item = &'a Label> {
        engine::guide::names_in(&text.en).into_iter().filter_map(|name| self.view.labels.get(name))
    }

    /// The text with the labels as this edition's console prints them, in the language's quotation marks.
    fn filled(&self, text: &Both) -> String {
        let mut filled = said(text, self.speaker).to_owned();
        for name in engine::guide::names_in(said(text, self.speaker)) {
            let Some(label) = self.view.labels.get(name) else { continue };
            let printed = if self.region == RegionChoice::Io { &label.en } else { &label.cn };
            filled = filled.replace(&format!("{{{name}}}"), &self.speaker.quoted(printed));
        }
        filled
    }
}
