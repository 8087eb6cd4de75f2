# The doctor: an error text in, its cause and the way out. The causes themselves are the messages of problem.ftl.
doctor-host-untold = { -dingtalk }
doctor-where-task = Where: “{ $task }” at the stop “{ $stop }”.
doctor-where-network = Where: the page “Network” of this program.
doctor-where-link = Where: { $link ->
        [admin-console] { -dingtalk }’s admin console
        [robot] the list of robots in the { -console }
        [group] the list of groups in the { -console }
        [security-settings] “安全设置” (security settings) in the { -console }
        [versions] “版本管理与发布” (versions and release) in the { -console }
       *[other] the { -console }
    }.
doctor-also = The text shows this too: { $what }
doctor-for-it = For IT:
doctor-for-it-practice = For IT (this happened while practising; nothing real is broken):
doctor-for-it-line = { $name ->
        [problem] Cause
        [remedy] What helps
        [company] Company
        [code] Code from { -dingtalk }
        [message] Words from { -dingtalk }
        [request-id] Request number
        [host] Host
        [ip] Refused address
        [permissions] Missing permission
        [apply-link] Page to ask for it
        [client-id] { -client-id }
        [issuer] Issuer of the certificate
        [wait] Seconds to wait
       *[other] { $key }
    }: { $value }

doctor-title = What does this error mean?
doctor-lead = Paste what a program, a web page or { -dingtalk }’s console showed. You get the cause, whose turn it is and what to do.
doctor-text = The error text
doctor-text-hint = All of it, as it was shown. It stays on this computer, and keys in it are not repeated.
doctor-read = Explain it
doctor-read-done = The answer is below.
doctor-answer = What it means
doctor-go = Go to “{ $task }”
doctor-ask = Explain this error
doctor-ask-of = Explain this error: { $what }
doctor-elsewhere = No company is open here. Open yours first; this error then has a button that goes there.
doctor-back = Back to the start
doctor-troubles = Practising: is a trouble switched on?
doctor-go-network = Go to Network
doctor-open = Open the page for it
doctor-copy = Copy for IT
doctor-copy-of = Copy for IT: { $what }
doctor-for-it-shown = What IT will be sent
doctor-more = { $count ->
        [one] The text shows one more thing
       *[other] The text shows { $count } more things
    }
doctor-nothing = Nothing to explain yet
doctor-nothing-why = A code, a message on a web page, a part of a log: anything will do. You need not understand it.
