//! Domains that give a mailbox to anybody, and those of Internet providers' customers.

/// Whole domains.
const FREE: [&str; 91] = [
    // Google, Microsoft, Yahoo, Apple
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "outlook.hk",
    "outlook.cn",
    "hotmail.com",
    "hotmail.com.hk",
    "hotmail.co.uk",
    "live.com",
    "live.hk",
    "live.com.hk",
    "live.cn",
    "msn.com",
    "passport.com",
    "windowslive.com",
    "yahoo.com",
    "yahoo.com.hk",
    "yahoo.com.tw",
    "yahoo.com.cn",
    "yahoo.cn",
    "yahoo.co.uk",
    "yahoo.co.jp",
    "yahoo.com.sg",
    "yahoo.com.au",
    "ymail.com",
    "rocketmail.com",
    "myyahoo.com",
    "icloud.com",
    "me.com",
    "mac.com",
    // Mainland China
    "qq.com",
    "vip.qq.com",
    "foxmail.com",
    "163.com",
    "vip.163.com",
    "126.com",
    "vip.126.com",
    "yeah.net",
    "188.com",
    "netease.com",
    "sina.com",
    "sina.cn",
    "sina.com.cn",
    "vip.sina.com",
    "sohu.com",
    "vip.sohu.com",
    "tom.com",
    "aliyun.com",
    "alimail.com",
    "139.com",
    "189.cn",
    "189.com",
    "wo.cn",
    "21cn.com",
    "263.net",
    "88.com",
    "111.com",
    // Hong Kong, Macao and Taiwan: providers' customer mailboxes
    "netvigator.com",
    "hkstar.com",
    "hkbn.net",
    "i-cable.com",
    "ctimail.com",
    "ctm.net",
    "macau.ctm.net",
    "hinet.net",
    "pchome.com.tw",
    "seed.net.tw",
    // Elsewhere
    "aol.com",
    "proton.me",
    "protonmail.com",
    "pm.me",
    "gmx.com",
    "gmx.net",
    "gmx.de",
    "web.de",
    "mail.com",
    "zoho.com",
    "zohomail.com",
    "yandex.com",
    "yandex.ru",
    "mail.ru",
    "tutanota.com",
    "tuta.io",
    "tuta.com",
    "fastmail.com",
    "hushmail.com",
    "naver.com",
    "hanmail.net",
    "daum.net",
    "rediffmail.com",
    "duck.com",
];

pub(super) fn is_free(domain: &str) -> bool {
    FREE.contains(&domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_lower_case_and_holds_nothing_twice() {
        for (place, domain) in FREE.iter().enumerate() {
            assert_eq!(*domain, domain.to_lowercase());
            assert!(!FREE[..place].contains(domain), "{domain} twice");
        }
    }
}
