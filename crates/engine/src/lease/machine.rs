//! Which machine this is, as far as the lease must tell two of them apart.

/// Containers of one machine have names of their own and the same kernel; a machine that was started anew has another
/// kernel and its old name. Either shows that it is the same machine.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Machine {
    pub host: String,
    pub boot: String,
}

impl Machine {
    pub fn this() -> Self {
        let line = |path| std::fs::read_to_string(path).map(|text| text.trim().to_owned()).unwrap_or_default();
        let host = if cfg!(windows) {
            std::env::var("COMPUTERNAME").unwrap_or_default()
        } else {
            line("/proc/sys/kernel/hostname")
        };
        Self { host, boot: line("/proc/sys/kernel/random/boot_id") }
    }

    /// What is not known is not the same.
    pub fn is(&self, other: &Self) -> bool {
        let same = |one: &str, two: &str| !one.is_empty() && one == two;
        same(&self.host, &other.host) || same(&self.boot, &other.boot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: (&str, &str), two: (&str, &str), expected: bool) {
        let of = |(host, boot): (&str, &str)| Machine { host: host.to_owned(), boot: boot.to_owned() };
        assert_eq!(of(one).is(&of(two)), expected, "{one:?} {two:?}");
    }

    #[test]
    fn a_machine_is_known_by_its_name_or_by_its_kernel() {
        check(("a", "1"), ("a", "1"), true);
        check(("a", "1"), ("a", "2"), true);
        check(("container-1", "1"), ("container-2", "1"), true);
        check(("a", "1"), ("b", "2"), false);
        check(("", ""), ("", ""), false);
    }
}
