//! Why the console did not do what was asked. The console puts each into words beside its field.

use thiserror::Error;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Refusal {
    #[error("no developer is registered yet")]
    NotRegistered,
    #[error("no such app")]
    NoSuchApp,
    /// Console rule: at least two characters. Source: dingtalk-api.md §11.
    #[error("the app name has fewer than two characters")]
    NameTooShort,
    /// Console rule: at least four characters. Source: dingtalk-api.md §11.
    #[error("the app description has fewer than four characters")]
    DescriptionTooShort,
    #[error("a name is needed")]
    NameEmpty,
    #[error("that is not an e-mail address")]
    EmailMalformed,
    #[error("no such permission point")]
    NoSuchPoint,
    #[error("the permission point was not asked for")]
    NotRequested,
    #[error("not an IPv4 address, a range or a pattern ending in *")]
    AddressMalformed,
    /// `0.0.0.0` blocks every call. Source: dingtalk-api.md §8.
    #[error("0.0.0.0 blocks every call")]
    AddressBlocksEverything,
    #[error("the address list is longer than fifty entries")]
    AddressListTooLong,
    #[error("not a web address with a host, without a user and without a #part")]
    RedirectMalformed,
    /// `x.y.z`, at least 1.0.0, each part up to 99. Source: dingtalk-api.md §11.
    #[error("the version number is not x.y.z with parts up to 99")]
    VersionMalformed,
    #[error("the version number is not higher than the last one")]
    VersionNotHigher,
    #[error("no such version")]
    NoSuchVersion,
    #[error("the version is not in a state that allows this")]
    VersionNotReady,
    #[error("no such department or member")]
    NoSuchMember,
    #[error("no such group")]
    NoSuchGroup,
    #[error("no such robot")]
    NoSuchRobot,
    /// At least one of signature, keywords and addresses. Source: dingtalk-api.md §5.1.
    #[error("a robot needs at least one kind of security")]
    SecurityEmpty,
    #[error("a robot takes one to ten keywords")]
    KeywordsMalformed,
    /// 3–32 letters and digits. Source: dingtalk-api.md §6.1.
    #[error("the token of the subscription is not 3 to 32 letters and digits")]
    EventTokenMalformed,
    #[error("the aes_key is not 43 letters and digits")]
    EventKeyMalformed,
    /// This server calls nobody outside this computer.
    #[error("the address is not http:// on this computer")]
    EventAddressForeign,
}
