//! F36, F37: a reading is whole or an error.

use std::collections::BTreeMap;
use std::sync::Mutex;

use dingtalk::{
    Department, DepartmentId, Directory, Error, IncompleteRead, Page, PageRequest, Pages, Result, User, UserName,
    read_pages, walk,
};
use serde_json::json;

use super::{departments, user_id};
use crate::server::{Seen, Server, TOKEN, reply, token_answer};

fn names(ids: &[&str]) -> Vec<UserName> {
    ids.iter().map(|id| UserName { userid: user_id(id), name: (*id).to_owned() }).collect()
}

/// Pages of two, each with the cursor it promises.
async fn check_pages(
    expected_people: u64,
    pages: &[(&[&str], Option<i64>)],
    expected: std::result::Result<&[&str], IncompleteRead>,
) {
    let asked = Mutex::new(Vec::new());
    let first = PageRequest { department: DepartmentId(7), cursor: 0, size: 2 };
    let outcome = read_pages(Pages::new(first, expected_people), |request| {
        let mut asked = asked.lock().unwrap();
        let (list, next_cursor) = pages[asked.len()];
        asked.push(request.cursor);
        std::future::ready(Ok(Page { list: names(list), next_cursor }))
    })
    .await;
    let found = match &outcome {
        Ok(people) => Ok(people.iter().map(|person| person.name.as_str()).collect()),
        Err(error) => Err(error.read_incomplete().unwrap()),
    };
    assert_eq!(found, expected.map(<[&str]>::to_vec), "{pages:?}");
    let mut promised = vec![0];
    promised.extend(pages.iter().filter_map(|(_, cursor)| *cursor));
    let asked = asked.into_inner().unwrap();
    assert_eq!(asked, promised[..asked.len()], "each page is asked for by the cursor of the one before");
    assert_eq!(asked.len(), pages.len(), "every page was needed");
}

// F36
#[tokio::test]
async fn pages_are_read_to_the_end_or_not_believed_at_all() {
    use IncompleteRead as I;
    check_pages(0, &[(&[], None)], Ok(&[])).await;
    check_pages(3, &[(&["a", "b"], Some(2)), (&["c"], None)], Ok(&["a", "b", "c"])).await;
    // Somebody left between two pages, and the next one begins with somebody seen.
    check_pages(3, &[(&["a", "b"], Some(2)), (&["b", "c"], None)], Ok(&["a", "b", "c"])).await;
    check_pages(3, &[(&["a", "b"], Some(2)), (&["a", "b"], None)], Ok(&["a", "b"])).await;
    check_pages(9, &[(&["a", "b"], Some(2)), (&["c", "d"], Some(2))], Err(I::CursorRepeats)).await;
    check_pages(9, &[(&["a", "b"], Some(0))], Err(I::CursorRepeats)).await;
    check_pages(9, &[(&["a", "b"], Some(2)), (&["c", "d"], Some(4)), (&["e"], Some(2))], Err(I::CursorRepeats)).await;
    check_pages(9, &[(&["a", "b"], Some(2)), (&[], Some(4))], Err(I::EmptyPage)).await;
    check_pages(9, &[(&[], Some(2))], Err(I::EmptyPage)).await;
    check_pages(9, &[(&["a", "b"], Some(2)), (&["b", "a"], Some(4))], Err(I::PageRepeats)).await;
    // Three people need two pages of two; four pages are twice as many, and the fourth promises a fifth.
    let shrinking: [(&[&str], _); 4] = [(&["a"], Some(1)), (&["b"], Some(2)), (&["c"], Some(3)), (&["d"], Some(4))];
    check_pages(3, &shrinking, Err(I::TooManyPages)).await;
    let enough: [(&[&str], _); 4] = [(&["a"], Some(1)), (&["b"], Some(2)), (&["c"], Some(3)), (&["d"], None)];
    check_pages(3, &enough, Ok(&["a", "b", "c", "d"])).await;
}

/// Departments by parent, nobody in any.
struct Tree {
    children: BTreeMap<i64, Vec<i64>>,
    asked: Mutex<Vec<i64>>,
}

impl Directory for Tree {
    async fn departments(&self, parent: DepartmentId) -> Result<Vec<Department>> {
        self.asked.lock().unwrap().push(parent.0);
        let children = self.children.get(&parent.0).cloned().unwrap_or_default();
        Ok(children.into_iter().map(department).collect())
    }

    async fn users(&self, request: PageRequest) -> Result<Page<User>> {
        let user = serde_json::from_value(json!({"userid": format!("in-{}", request.department)})).unwrap();
        let everywhere = serde_json::from_value(json!({"userid": "everywhere"})).unwrap();
        Ok(Page { list: vec![user, everywhere], next_cursor: None })
    }
}

fn department(id: i64) -> Department {
    serde_json::from_value(json!({"dept_id": id, "name": id.to_string()})).unwrap()
}

async fn check_tree(roots: &[i64], children: &[(i64, &[i64])], expected: std::result::Result<&[i64], IncompleteRead>) {
    let children = children.iter().map(|(parent, children)| (*parent, children.to_vec())).collect();
    let tree = Tree { children, asked: Mutex::default() };
    let outcome = walk(&tree, &departments(roots), 10).await;
    let mut asked = tree.asked.into_inner().unwrap();
    if let Ok(reading) = &outcome {
        let everywhere = usize::from(!asked.is_empty());
        assert_eq!(reading.people(), asked.len() + everywhere, "one in each department, and one in all of them");
        assert_eq!(reading.members.len(), asked.len() * 2);
    }
    asked.sort_unstable();
    let before = asked.len();
    asked.dedup();
    assert_eq!(before, asked.len(), "no department is read twice");
    let found = match outcome {
        Ok(reading) => Ok(reading.departments.iter().map(|department| department.dept_id.0).collect()),
        Err(error) => Err(error.read_incomplete().unwrap()),
    };
    assert_eq!(found, expected.map(<[i64]>::to_vec));
}

// F36
#[tokio::test]
async fn departments_are_a_tree_or_not_believed_at_all() {
    use IncompleteRead as I;
    check_tree(&[], &[], Ok(&[])).await;
    check_tree(&[1], &[(1, &[2, 3]), (2, &[4])], Ok(&[2, 3, 4])).await;
    check_tree(&[1, 1], &[(1, &[2])], Ok(&[2])).await;
    check_tree(&[2, 3], &[(2, &[4])], Ok(&[4])).await;
    // The app was given a department and also one above it.
    check_tree(&[4, 1], &[(1, &[2]), (2, &[4]), (4, &[5])], Ok(&[5, 2, 4])).await;
    check_tree(&[1, 4], &[(1, &[2]), (2, &[4]), (4, &[5])], Ok(&[2, 5, 4])).await;
    check_tree(&[1], &[(1, &[1])], Err(I::DepartmentTwice)).await;
    check_tree(&[1], &[(1, &[2]), (2, &[1])], Err(I::DepartmentTwice)).await;
    check_tree(&[1], &[(1, &[2]), (2, &[3]), (3, &[2])], Err(I::DepartmentTwice)).await;
    check_tree(&[1], &[(1, &[2, 3]), (2, &[4]), (3, &[4])], Err(I::DepartmentTwice)).await;
    check_tree(&[1], &[(1, &[2, 2])], Err(I::DepartmentTwice)).await;
    check_tree(&[1, 2], &[(1, &[2]), (2, &[1])], Err(I::DepartmentTwice)).await;
    let children: Vec<[i64; 1]> = (2..200).map(|child| [child]).collect();
    let chain: Vec<(i64, &[i64])> = (1..).zip(children.iter().map(<[i64; 1]>::as_slice)).collect();
    check_tree(&[1], &chain, Err(I::TooDeep)).await;
}

/// A tree that grows wherever it is looked at.
struct Endless;

impl Directory for Endless {
    async fn departments(&self, parent: DepartmentId) -> Result<Vec<Department>> {
        Ok((1..=1_000).map(|child| department(parent.0 * 1_000 + child)).collect())
    }

    async fn users(&self, _: PageRequest) -> Result<Page<User>> {
        Ok(Page { list: Vec::new(), next_cursor: None })
    }
}

// F36
#[tokio::test]
async fn a_tree_without_end_comes_to_an_end() {
    let error = walk(&Endless, &[DepartmentId::ROOT], 1).await.unwrap_err();
    assert_eq!(error.read_incomplete(), Some(IncompleteRead::TooManyDepartments));
    assert!(!error.may_have_acted() && error.words().is_none() && error.host().is_none());
}

// F37
#[tokio::test]
async fn one_department_that_cannot_be_read_fails_the_whole_reading() {
    let server = Server::start(|asked: Seen, _| async move {
        if asked.is_for_token() {
            return reply(200, &token_answer(TOKEN));
        }
        let department = asked.json()["dept_id"].as_i64().unwrap();
        match (asked.path.as_str(), department) {
            ("/topapi/v2/department/listsub", 1) => {
                reply(200, &json!({"errcode": 0, "result": [{"dept_id": 2, "name": "a"}, {"dept_id": 3, "name": "b"}]}))
            }
            ("/topapi/v2/department/listsub", _) => reply(200, &json!({"errcode": 0, "result": []})),
            (_, 3) => reply(200, &json!({"errcode": 50004, "errmsg": "请求的部门id不在授权范围内"})),
            _ => reply(200, &json!({"errcode": 0, "result": {"has_more": false, "list": []}})),
        }
    })
    .await;
    let client = server.client();
    let outcome = walk(&client, &[DepartmentId::ROOT], 3).await;
    assert!(matches!(outcome, Err(Error::ContactScope { .. })), "{outcome:?}");
    assert!(walk(&client, &[DepartmentId(2)], 3).await.is_ok());
    let walked = tokio::spawn(async move { walk(&client, &[DepartmentId(2)], 3).await });
    assert!(walked.await.unwrap().is_ok(), "a walk may move between threads");
}
