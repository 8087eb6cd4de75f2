/// Why a message was not sent: DingTalk would refuse it, or take it and deliver nothing. Found before anything left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    #[error("{bytes} bytes, where {limit} are allowed")]
    TooLong { bytes: usize, limit: usize },
    #[error("it is for nobody")]
    NoRecipients,
    #[error("{count} people, where {limit} are allowed")]
    TooManyUsers { count: usize, limit: usize },
    #[error("{count} departments, where {limit} are allowed")]
    TooManyDepartments { count: usize, limit: usize },
    #[error("{count} messages at once, where {limit} are allowed")]
    TooManyMessages { count: usize, limit: usize },
    #[error("{count} buttons, where 2 to 5 are allowed")]
    ButtonCount { count: usize },
}
