//! Pages that may be opened in the system's browser: a fixed list, never an address from the window.

use serde::{Deserialize, Serialize};
use url::Url;

use crate::connection::{ConnectionId, Region};
use crate::engine::Engine;
use crate::permission::{PointState, merged};
use crate::problem::{Problem, ProblemCode, Result};
use crate::settings::Language;
use crate::setup::RegionChoice;
use crate::store::ConnectionRow;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Link {
    ConsoleHome,
    AppList,
    Credentials,
    Permissions,
    SecuritySettings,
    Versions,
    Robot,
    Group,
    AdminConsole,
    Register,
    Events,
    /// Which releases need somebody's yes.
    ReleaseRules,
}

impl Engine {
    /// An https page of DingTalk's, or one of the practice console on this machine.
    ///
    /// # Errors
    /// `PracticeNotRunning`; `LinkRefused` when what would be opened is neither.
    pub async fn link(&self, id: &ConnectionId, link: Link) -> Result<String> {
        let row = self.row(id).await?;
        let address = match row.region {
            Region::Practice => {
                let console = self.practice_hosts(&row)?.console_url;
                if !is_loopback(&console) {
                    return Err(Problem::new(ProblemCode::LinkRefused));
                }
                in_practice(&console, link, self.app().await?.language)
            }
            Region::Com => in_dingtalk(RegionChoice::Com, link, &row),
            Region::Io => in_dingtalk(RegionChoice::Io, link, &row),
        };
        if row.region == Region::Practice || is_dingtalks(&address) {
            return Ok(address);
        }
        Err(Problem::new(ProblemCode::LinkRefused))
    }
}

/// `http://` or `https://` on a literal loopback address, without a path of its own.
pub(crate) fn is_loopback(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let loopback = match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(_)) | None => false,
    };
    matches!(url.scheme(), "http" | "https") && loopback && url.path() == "/" && url.username().is_empty()
}

/// S09: https, on a host of DingTalk's own.
fn is_dingtalks(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let host = url.host_str().unwrap_or_default();
    url.scheme() == "https" && [".dingtalk.com", ".dingtalk.io"].iter().any(|domain| host.ends_with(domain))
}

fn in_practice(console: &str, link: Link, language: Language) -> String {
    let path = match link {
        Link::ConsoleHome => "/",
        Link::AppList => "/go/app-list",
        Link::Credentials => "/go/credentials",
        Link::Permissions => "/go/permissions",
        Link::SecuritySettings => "/go/security",
        Link::Versions => "/go/versions",
        Link::Robot => "/go/robot",
        Link::Group => "/go/group",
        Link::Register => "/go/register",
        Link::Events => "/go/events",
        Link::AdminConsole | Link::ReleaseRules => "/admin-desk",
    };
    format!("{}{path}?lang={}", console.trim_end_matches('/'), language.tag())
}

/// The console's layout of 2024 to 2026. A page of one app has no address that is known from outside, so those lead to
/// the list of apps.
fn in_dingtalk(region: RegionChoice, link: Link, row: &ConnectionRow) -> String {
    let domain = match region {
        RegionChoice::Com => "dingtalk.com",
        RegionChoice::Io => "dingtalk.io",
    };
    let console = format!("https://open-dev.{domain}");
    match link {
        Link::ConsoleHome | Link::Register => format!("{console}/"),
        Link::AppList | Link::Credentials | Link::SecuritySettings | Link::Versions | Link::Events => {
            format!("{console}/fe/app#/corp/app")
        }
        Link::Permissions => apply_page(&console, row).unwrap_or_else(|| format!("{console}/fe/app#/corp/app")),
        Link::Robot => format!("{console}/fe/im#/robot/list"),
        Link::Group => format!("{console}/fe/im#/group/list"),
        Link::AdminConsole => format!("https://oa.{domain}/"),
        Link::ReleaseRules => format!("https://oa.{domain}/dev-admin.htm"),
    }
}

/// DingTalk's own refusals link to this page, with the first point that is missing.
fn apply_page(console: &str, row: &ConnectionRow) -> Option<String> {
    let client_id = &row.working_keys.as_ref()?.client_id;
    let plain = client_id.chars().all(|letter| letter.is_ascii_alphanumeric());
    let points = merged(&row.purposes, &row.points);
    let missing = points.iter().find(|point| point.state == PointState::Missing).filter(|_| plain)?;
    Some(format!("{console}/appscope/apply?content={client_id}%23{}", missing.code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::{KnownPoint, PointView, Purpose, plan};
    use crate::store::WorkingKeys;

    const ALL: [Link; 12] = [
        Link::ConsoleHome,
        Link::AppList,
        Link::Credentials,
        Link::Permissions,
        Link::SecuritySettings,
        Link::Versions,
        Link::Robot,
        Link::Group,
        Link::AdminConsole,
        Link::Register,
        Link::Events,
        Link::ReleaseRules,
    ];

    fn row() -> ConnectionRow {
        ConnectionRow::new(ConnectionId("c".to_owned()), Region::Com, String::new())
    }

    #[test]
    fn every_link_is_https_on_a_host_of_dingtalks() {
        for link in ALL {
            for region in [RegionChoice::Com, RegionChoice::Io] {
                let address = in_dingtalk(region, link, &row());
                assert!(is_dingtalks(&address), "{address}");
            }
        }
    }

    #[test]
    fn what_is_not_dingtalks_is_known() {
        // S09
        for address in [
            "http://open-dev.dingtalk.com/",
            "https://open-dev.dingtalk.com.evil.example/",
            "https://evildingtalk.com/",
            "file:///etc/passwd",
            "javascript:alert(1)",
        ] {
            assert!(!is_dingtalks(address), "{address}");
        }
    }

    #[test]
    fn the_practice_console_is_on_this_machine_only() {
        assert!(is_loopback("http://127.0.0.1:4711") && is_loopback("https://127.0.0.1:4711"));
        for address in [
            "http://localhost:4711",
            "https://localhost:4711",
            "ftp://127.0.0.1:4711",
            "http://127.0.0.1.evil.example",
            "http://127.0.0.1:4711/x",
            "http://a@127.0.0.1:4711",
            "http://203.0.113.10:4711",
        ] {
            assert!(!is_loopback(address), "{address}");
        }
        let page = in_practice("http://127.0.0.1:4711", Link::Permissions, Language::ZhHk);
        assert_eq!(page, "http://127.0.0.1:4711/go/permissions?lang=zh-HK");
    }

    #[test]
    fn a_missing_point_is_asked_for_on_its_own_page() {
        let mut row = row();
        let client_id = "dingu4xk9pqw2zr7m1ab".to_owned();
        row.working_keys = Some(WorkingKeys { corp_id: String::new(), client_id, agent_id: String::new() });
        row.purposes = vec![Purpose::FindByMobile];
        let granted = |point: PointView| KnownPoint { code: point.code, state: PointState::Granted };
        row.points = plan(&row.purposes).into_iter().map(granted).collect();
        assert!(in_dingtalk(RegionChoice::Com, Link::Permissions, &row).ends_with("#/corp/app"));
        row.points[1].state = PointState::Missing;
        assert_eq!(
            in_dingtalk(RegionChoice::Com, Link::Permissions, &row),
            "https://open-dev.dingtalk.com/appscope/apply?content=dingu4xk9pqw2zr7m1ab%23qyapi_get_member_by_mobile"
        );
    }
}
