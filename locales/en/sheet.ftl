# The printed request for permissions.

sheet-title = Request for { -dingtalk } permissions
sheet-company = Company
sheet-app = App ({ -client-id })
sheet-asked-by = Asked by
sheet-made-on = Date
sheet-practice = Made while practising. Please grant nothing on the strength of this page.
sheet-why = What it is for
sheet-where = Where to grant it
sheet-where-how = Open the { -console }, choose the app, then “<cn>权限管理</cn>” (permissions). Search for the code and press “<cn>立即开通</cn>” (open now). If your company reviews apps, a version must be published afterwards.
sheet-wanted = Please grant these, and no others
sheet-nothing-wanted = Nothing more is needed at present.
sheet-permission = Permission
sheet-lets = What it is needed for
sheet-risk = Risk if the key leaked
sheet-serves = For: { $uses }.
sheet-would-serve = It would be for: { $uses }.
sheet-and = { "; " }
sheet-excess = Please take these away
sheet-excess-why = They are granted, and none of the uses above needs them.
sheet-granted = Granted already
sheet-until = For how long
sheet-until-when = As long as the integration runs. We look at the list again by { $review }, and take away what no use needs any more.
sheet-approver = Approved by
sheet-signature = Signature
sheet-date = Date
sheet-foot = Made by Hoitung on { $made }. It holds no password and no key. Explanations and risks are Hoitung’s own; names and codes are { -dingtalk }’s.
sheet-and-more = and { $count } more

sheet-health-title = Health sheet of the last 30 days
sheet-health-days = Days
sheet-health-from-to = { $from } – { $to }
sheet-health-made-by = Made by
sheet-health-how = How the days went
sheet-health-no-history = No check-up was made in these 30 days, so nothing is known of them. { -hoitung } makes two a day while it runs.
sheet-health-day-fine = without trouble
sheet-health-day-trouble = with trouble
sheet-health-day-unseen = not looked at
sheet-health-wrong = What was wrong
sheet-health-nothing = On the days that were looked at, nothing was wrong.
sheet-health-unknown = Unknown: nobody looked at everything.
sheet-health-what = What was looked at
sheet-health-when = Seen to be wrong
sheet-health-long = How long
sheet-health-who = Whose turn
sheet-health-still = since { $from }, still wrong
sheet-health-lasted = { $days } { $days ->
    [1] day
   *[other] days
}
sheet-health-sent = Messages of these 30 days
sheet-health-groups = Sent to groups
sheet-health-notices = Sent as work notices
sheet-health-refused = Not sent
sheet-health-doubtful = In doubt
sheet-health-cut = Only the last 200 messages are kept: there were more.
sheet-health-calls = Calls this month
sheet-health-uncounted = No call was counted yet.
sheet-health-counted = Month { $month } in China, counted on this computer since { $since }.
sheet-health-foot = Made by Hoitung on { $made } from what this computer saw. It holds no secret and no message.
