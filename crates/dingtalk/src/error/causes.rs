//! What a refusal is about, in DingTalk's words for its own things.

/// What already exists, where DingTalk allows one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Duplicate {
    /// 60102: the userid belongs to somebody of this organisation.
    UserId,
    /// 60104: the mobile number does.
    Mobile,
    /// 60107: whoever signs in with this number is in the organisation already.
    Person,
    /// 40101, 60106.
    Email,
    /// 40100: the extension number.
    Telephone,
    /// 60021: a sibling has the name.
    DepartmentName,
    /// 60016.
    DepartmentId,
    /// 71006, 400041: the app has a callback address.
    Callback,
    /// 143106: the same work notice reached this person today.
    Message,
    /// 409: the idempotency key was used before.
    ClientToken,
}

/// The field that DingTalk does not take as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContactField {
    Name,
    /// Outside mainland China `+xx-xxxxxx`, e.g. `+852-XXXXXXXX`.
    Mobile,
    Email,
    /// Both cannot be empty.
    MobileAndEmail,
    /// The extension number: at most 50 characters.
    Telephone,
    /// Code 40064 says at most 50 characters, the page of `user/create` 100.
    WorkPlace,
    /// Code 40065 says at most 1,024 characters, the page of `user/create` 2,000.
    Remark,
    DepartmentList,
    /// `extension`: its attributes must be defined in the admin console first.
    Extension,
    JobNumber,
    Manager,
    /// At least one of them is unknown.
    UserIdList,
    /// The member is not in this department.
    Department,
    /// 1–64 characters, without `-`, `,` and `，`.
    DepartmentName,
    /// It is unknown, or below the department itself.
    ParentDepartment,
    DepartmentOrder,
    /// Who may see a department, or what its members may see.
    VisibleList,
    /// The owner of a department's group.
    GroupOwner,
    /// Words that DingTalk holds sensitive.
    Content,
    /// `cursor` or `offset`.
    Offset,
    /// `size`.
    PageSize,
    /// The address of the page that signs for JSAPI.
    PageUrl,
    JsApiList,
}

/// Which limit leaves no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// People in the organisation: certifying it raises it.
    TeamSize,
    /// 1,000 people in one department.
    DepartmentSize,
    DepartmentDepth,
    Departments,
    /// Five organisations that are not certified, for one mobile number.
    UncertifiedOrganisations,
    /// Work notices to one person, to everybody or in a minute.
    WorkNotices,
    /// Recipients of one message.
    Recipients,
}

/// Why a signature was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureFault {
    Mismatch,
    /// It is no milliseconds, or too far from the server's clock.
    Timestamp,
}

/// Why a reading of many pages was given up: it would look complete without being so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum IncompleteRead {
    #[error("a cursor came twice")]
    CursorRepeats,
    #[error("a page repeats what was read before")]
    PageRepeats,
    #[error("an empty page promises more")]
    EmptyPage,
    #[error("more than twice the pages that were to be expected")]
    TooManyPages,
    #[error("a department is below itself or below two parents")]
    DepartmentTwice,
    #[error("departments are nested too deeply")]
    TooDeep,
    #[error("too many departments")]
    TooManyDepartments,
}
