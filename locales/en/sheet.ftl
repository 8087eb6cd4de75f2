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
