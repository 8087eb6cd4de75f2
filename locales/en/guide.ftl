# Guides to the places in DingTalk's console. Their own texts are data, in guides/.

guide-title = Find your way in { -dingtalk }’s console
guide-lead = One guide for each place: what to press, who may press it, and what to do when it looks different.
guide-search = Search the guides
guide-search-aside = your own words, or a label as the console prints it
guide-found = { $count ->
        [0] No guide holds all these words. Try fewer of them.
        [one] One guide
       *[other] { $count } guides
    }
guide-all = All guides
guide-shipped = These guides came with { -hoitung } (edition { $edition }).
guide-installed = These guides are newer than { -hoitung }: edition { $edition }, installed later.
guide-trouble = A newer file of guides cannot be used. Those that came with { -hoitung } are shown instead.

guide-where = Show me where
guide-choose = Which guide
guide-open = Open this page
guide-step = Step { $at } of { $count }
guide-previous = Previous
guide-next = Next
guide-see = What you should see
guide-different = Mine looks different
guide-differs = You use the international edition.
guide-onward = Go on with: { $title }
guide-labels = Labels of this step
guide-unexpected = Easily missed
guide-unverified = We have not seen this step ourselves; yours may look different.
guide-who = Who does it: { $who }
guide-checked = Last checked on { $date } against { -dingtalk }’s documents ({ $sections }).
guide-a-page = a page
guide-drawing = Simplified drawing: { $page }.
guide-drawing-ring = Simplified drawing: { $page }, with a ring around { $ringed }.
guide-desk = Open the administrator’s desk
guide-barred = You cannot see this page? Ask for developer rights
guide-one = { $title }
