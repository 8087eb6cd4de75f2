# The network page: the office's proxy, the test of DingTalk's hosts, and the clock.
network-title = The way to { -dingtalk }
network-lead = An office’s network can stand between this computer and { -dingtalk }. See here which hosts get through, and what IT has to allow.

network-test-title = Can { -dingtalk }’s hosts be reached?
network-test-why = Each host is asked once, without any keys. Nothing is changed in { -dingtalk }.
network-test-practice = You are practising: the practice server on this computer is tested, and no network or proxy is on the way. Open your own company to test the real hosts.
network-test-run = Test the network
network-test-again = Test again
network-test-stop = Stop
network-test-never = Not tested yet.
network-test-progress = { $done } of { $all } hosts tested.
network-test-good = All { $all } hosts were reached.
network-test-bad = { $failed ->
        [one] One of { $all } hosts was not reached.
       *[other] { $failed } of { $all } hosts were not reached.
    }
network-test-stopped = Stopped. { $done } of { $all } hosts were tested.
network-test-at = Tested at { $at }
network-copy = Copy for IT

network-role-old-gateway = Contacts, notices and robots
network-role-new-gateway = Keys and newer calls
network-role-login = Sign-in
network-role-stream = Events

network-state-waiting = Not tested
network-state-running = Asking…
network-state-reached = Reached
network-state-failed = Not reached

network-took = { $milliseconds } ms
network-direct = No proxy
network-through = Through the proxy { $proxy }
network-unencrypted = Not encrypted: it never leaves this computer
network-issuer = Certificate issued by { $issuer }
network-issuer-untrusted = Certificate issued by { $issuer }, whom this computer does not trust
network-issuer-untold = Certificate by an issuer without a name
network-valid = Valid from { $from } to { $to }

network-inspection-title = Your office’s network opens encrypted traffic
network-inspection-trusted = Issuer: { $issuer }. This computer trusts it, so { -hoitung } works. Whoever runs that issuer can read what is sent.
network-inspection-untrusted = Issuer: { $issuer }. This computer does not trust it, so { -hoitung } sends nothing.
    .fix = Ask IT to install the issuer’s certificate on this computer, or to leave { -dingtalk }’s hosts alone.
network-inspection-where = It can also be a virus scanner on this computer.

network-proxy-title = Proxy
network-proxy-why = Many offices let programs out through a proxy only. What you set here holds for all companies, from the next request on.
network-proxy-mode = How does this computer get out?
proxy-mode-system = As the system is set
proxy-mode-system-why = Right for most offices. It is read anew for each request.
proxy-mode-manual = Through this proxy
proxy-mode-manual-why = When IT gave you an address, or the proxy asks for a name and password.
proxy-mode-none = Without a proxy
proxy-mode-none-why = Straight out, whatever the system says.
network-address-aside = Name and port, as IT gave it: proxy.office:8080
network-user-aside = Leave empty if the proxy asks for none
network-user = User name for the proxy
network-password-aside = Kept in the { -key-store }, and sent to this proxy only
network-save = Use this
network-saved = Saved. It holds from the next request on.

network-time-title = Clock and time zone
network-clock-unknown = This computer’s clock is compared with { -dingtalk }’s during the test.
network-clock-good = This computer’s clock agrees with { -dingtalk }’s.
network-clock-ahead = This computer’s clock is { $time } ahead of { -dingtalk }’s.
    .fix = Switch on automatic time in the system’s date settings. Until then { -hoitung } signs with { -dingtalk }’s time.
network-clock-behind = This computer’s clock is { $time } behind { -dingtalk }’s.
    .fix = Switch on automatic time in the system’s date settings. Until then { -hoitung } signs with { -dingtalk }’s time.
network-clock-beside = { $way ->
        [behind] This computer’s clock is { $time } slow, which alone can cause this.
       *[ahead] This computer’s clock is { $time } fast, which alone can cause this.
    }
network-span-seconds = { $count ->
        [one] one second
       *[other] { $count } seconds
    }
network-span-minutes = { $count ->
        [one] one minute
       *[other] { $count } minutes
    }
network-span-hours = { $count ->
        [one] one hour
       *[other] { $count } hours
    }
network-span-days = { $count ->
        [one] one day
       *[other] { $count } days
    }
network-zone-same = Time zone { $zone }: the same as Hong Kong’s (UTC+8) all year. Neither has daylight saving.
network-zone-other = Time zone { $zone }: { $way ->
        [ahead] { $time } ahead of Hong Kong
        [behind] { $time } behind Hong Kong
       *[same] the same as Hong Kong just now
    }. { -dingtalk } and { -hoitung } both show Hong Kong time (UTC+8), whatever this computer shows.
network-zone-changes = This zone moves its clocks during the year; Hong Kong has no daylight saving. Then it will be { $way ->
        [ahead] { $time } ahead of Hong Kong
        [behind] { $time } behind Hong Kong
       *[same] the same as Hong Kong
    }. What is planned here keeps its Hong Kong time.

network-for-it = { -hoitung }: the way to { -dingtalk }, tested at { $at } (Hong Kong time)
network-for-it-practice = Practice only: the hosts are on this computer.
network-for-it-proxy = Proxy setting: { $setting }
network-for-it-row = { $host } ({ $role }): { $result }
network-for-it-allow = Please allow HTTPS (port 443) and WebSocket to these hosts. The proxy must let CONNECT through, and sign-in works by Basic only.
network-sentence-separator = { "; " }
