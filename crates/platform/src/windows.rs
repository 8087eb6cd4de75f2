//! WinHTTP: the proxy of the user's settings, found by detection (WPAD), by a script (PAC), or written there.
#![allow(unsafe_code, reason = "Windows is called through pointers")]

use std::ffi::c_void;
use std::ptr::null;

use windows_sys::Win32::Foundation::{FALSE, GlobalFree};
use windows_sys::Win32::Networking::WinHttp::{
    WINHTTP_ACCESS_TYPE_NAMED_PROXY, WINHTTP_ACCESS_TYPE_NO_PROXY, WINHTTP_AUTO_DETECT_TYPE_DHCP,
    WINHTTP_AUTO_DETECT_TYPE_DNS_A, WINHTTP_AUTOPROXY_AUTO_DETECT, WINHTTP_AUTOPROXY_CONFIG_URL,
    WINHTTP_AUTOPROXY_OPTIONS, WINHTTP_CURRENT_USER_IE_PROXY_CONFIG, WINHTTP_PROXY_INFO, WinHttpCloseHandle,
    WinHttpGetIEProxyConfigForCurrentUser, WinHttpGetProxyForUrl, WinHttpOpen,
};

use crate::{SystemProxy, Unresolved, proxy_list};

/// A text that Windows allocated; freed when dropped.
struct Text(*mut u16);

struct Session(*mut c_void);

pub fn proxy_for(url: &str) -> Result<SystemProxy, Unresolved> {
    let mut settings = WINHTTP_CURRENT_USER_IE_PROXY_CONFIG::default();
    // SAFETY: Windows writes to a structure of its own shape, which lives on.
    if unsafe { WinHttpGetIEProxyConfigForCurrentUser(&raw mut settings) } == FALSE {
        // A user without any settings, as a service may be.
        return Ok(SystemProxy::Direct);
    }
    let script = Text(settings.lpszAutoConfigUrl);
    let (list, exempt) = (Text(settings.lpszProxy), Text(settings.lpszProxyBypass));
    let detect = settings.fAutoDetect != FALSE;
    if detect || !script.0.is_null() {
        match by_script(url, &script, detect) {
            Ok(found) => return Ok(found),
            // A detection that finds nothing is the usual state of an office without a script.
            Err(Unresolved) if script.0.is_null() => {}
            Err(Unresolved) => return Err(Unresolved),
        }
    }
    Ok(named(&list.read(), &exempt.read(), url))
}

fn named(list: &str, exempt: &str, url: &str) -> SystemProxy {
    let host = url.split("://").nth(1).unwrap_or(url).split(['/', ':']).next().unwrap_or_default();
    match proxy_list::proxy(list) {
        Some(proxy) if !proxy_list::is_exempt(exempt, host) => SystemProxy::Through { url: proxy, authorization: None },
        Some(_) | None => SystemProxy::Direct,
    }
}

fn by_script(url: &str, script: &Text, detect: bool) -> Result<SystemProxy, Unresolved> {
    // SAFETY: null stands for no name, no proxy and no exemptions.
    let session = Session(unsafe { WinHttpOpen(null(), WINHTTP_ACCESS_TYPE_NO_PROXY, null(), null(), 0) });
    if session.0.is_null() {
        return Err(Unresolved);
    }
    let mut options = WINHTTP_AUTOPROXY_OPTIONS::default();
    if detect {
        options.dwFlags |= WINHTTP_AUTOPROXY_AUTO_DETECT;
        options.dwAutoDetectFlags = WINHTTP_AUTO_DETECT_TYPE_DHCP | WINHTTP_AUTO_DETECT_TYPE_DNS_A;
    }
    if !script.0.is_null() {
        options.dwFlags |= WINHTTP_AUTOPROXY_CONFIG_URL;
        options.lpszAutoConfigUrl = script.0;
    }
    // S33: whoever serves the script is not told who is signed in to Windows.
    options.fAutoLogonIfChallenged = FALSE;
    let wide: Vec<u16> = url.encode_utf16().chain([0]).collect();
    let mut found = WINHTTP_PROXY_INFO::default();
    // SAFETY: the session is open, the address ends with a zero, and both structures live on.
    let told = unsafe { WinHttpGetProxyForUrl(session.0, wide.as_ptr(), &raw mut options, &raw mut found) };
    if told == FALSE {
        return Err(Unresolved);
    }
    let (list, exempt) = (Text(found.lpszProxy), Text(found.lpszProxyBypass));
    if found.dwAccessType != WINHTTP_ACCESS_TYPE_NAMED_PROXY {
        return Ok(SystemProxy::Direct);
    }
    Ok(named(&list.read(), &exempt.read(), url))
}

impl Text {
    fn read(&self) -> String {
        if self.0.is_null() {
            return String::new();
        }
        let mut length = 0;
        // SAFETY: Windows ends its texts with a zero, and this one is freed only when dropped.
        while unsafe { *self.0.add(length) } != 0 {
            length += 1;
        }
        // SAFETY: as many as were just counted.
        String::from_utf16_lossy(unsafe { std::slice::from_raw_parts(self.0, length) })
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        if !self.0.is_null() {
            // SAFETY: Windows says that its texts are freed so, once.
            unsafe { GlobalFree(self.0.cast()) };
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.0.is_null() {
            // SAFETY: it was opened here and is closed once.
            unsafe { WinHttpCloseHandle(self.0) };
        }
    }
}
