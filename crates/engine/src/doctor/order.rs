//! Which of several causes is told first, and which are only the shadow of another.

use super::{Clue, Source};
use crate::problem::{Problem, ProblemCode as Code};

pub(super) fn ordered(mut clues: Vec<Clue>) -> Vec<Problem> {
    clues.sort_by_key(|clue| (weight(&clue.problem), clue.source, clue.at));
    let mut found: Vec<(Problem, Source)> = Vec::new();
    for clue in clues {
        match found.iter_mut().find(|(known, _)| known.code == clue.problem.code) {
            Some((known, _)) => complete(known, &clue.problem),
            None => found.push((clue.problem, clue.source)),
        }
    }
    let codes: Vec<Code> = found.iter().map(|(problem, _)| problem.code).collect();
    let mut problems: Vec<Problem> = found.into_iter().map(|(problem, _)| problem).collect();
    problems.retain(|problem| !is_shadow(problem.code, &codes));
    problems
}

/// What the first clue of a cause did not tell, a later one may.
fn complete(known: &mut Problem, other: &Problem) {
    // Two codes that nobody knows are two causes; the first is kept.
    if known.code == Code::Unknown {
        return;
    }
    for (name, value) in &other.args {
        let mine = known.args.entry(name.clone()).or_default();
        if mine.is_empty() {
            mine.clone_from(value);
        }
    }
    if known.server.as_ref().is_none_or(|server| server.code.is_empty()) && other.server.is_some() {
        known.server.clone_from(&other.server);
    }
}

/// The lighter, the more it says.
fn weight(problem: &Problem) -> u8 {
    match problem.code {
        Code::Unknown => 9,
        Code::AnswerUnreadable => 8,
        Code::Busy => 7,
        Code::Unreachable | Code::TimedOut => 6,
        Code::CertificateRefused if problem.args.get("fault").is_some_and(|fault| fault == "other") => 5,
        Code::CaptivePortal => 5,
        Code::PathUnknown | Code::RequestMalformed => 4,
        Code::ParameterRefused | Code::ParameterMissing | Code::RobotSecurity => 3,
        Code::TokenRefused => 2,
        _ => 1,
    }
}

/// A library says that a connection failed, and then why.
fn is_shadow(code: Code, all: &[Code]) -> bool {
    let any = |codes: &[Code]| codes.iter().any(|code| all.contains(code));
    let why = [Code::NameUnknown, Code::ProxySignIn, Code::ProxyRefused, Code::CertificateRefused];
    match code {
        Code::Unreachable => any(&why) || all.contains(&Code::TimedOut),
        Code::TimedOut => any(&why),
        Code::ProxyRefused => any(&[Code::ProxySignIn]),
        Code::AnswerUnreadable => any(&[Code::CaptivePortal, Code::AddressBanned]),
        Code::RobotSecurity => any(&[Code::RobotSignature, Code::RobotKeyword, Code::RobotAddress, Code::RobotClock]),
        _ => false,
    }
}
