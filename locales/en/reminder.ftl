# Reminders: what has to be looked at again, by whom and when.

reminder-kind-allow-list = Look at the { -allow-list } again
reminder-kind-secret = Change the client secret
reminder-kind-permissions = Look through the permissions
reminder-kind-version = A version still waits for approval
reminder-kind-robot-silent = The group robots have been silent
reminder-kind-quota = Look at this month’s calls
reminder-kind-certificate = Renew the certificate of the address for events
reminder-kind-address = { -dingtalk } sees a new address

reminder-do-allow-list = Read the list in the developer console and delete addresses that you do not recognise.
reminder-do-secret = Make a new secret in the developer console and enter it in { -hoitung } straight away: the console may end the old one at once.
reminder-do-permissions = Compare what the app may do with what it is used for, and give back what nobody needs.
reminder-do-version = Ask the approver again. Until the version is published, new permissions do not work.
reminder-do-robot-silent = Send a message to the group and see whether it arrives.
reminder-do-quota = See how many of the month’s calls are left, and what uses them.
reminder-do-certificate = Have the certificate renewed before its last day. Once it has run out, { -dingtalk } delivers no more events to that address.
reminder-do-address = Put the new address on the { -allow-list }, or every call will be refused.

reminder-state-due = Due
reminder-state-snoozed = Put off
reminder-state-planned = Planned
reminder-state-quiet = Nothing to do now
reminder-state-off = Off

reminder-title-note = { $what }: { $note }
reminder-title-company = { $what } · { $company }

reminder-notice-due = { $company } · due { $date }. Click to go there.
reminder-notice-late = { $company } · was due { $date }. Told late, as { -hoitung } was not running. Click to go there.
reminder-notice-many = { $count } reminders are due
reminder-notice-more = and { $count } more
reminder-notice-late-many = Some are told late, as { -hoitung } was not running.

reminder-file-kind = Calendar
reminder-calendar-name = { -hoitung }: reminders
reminder-calendar-who = Who does it: { $who }
reminder-calendar-open = Open { -hoitung } to do it. Then export the calendar again: this entry moves by itself.
reminder-calendar-practice = This comes from practice. Nothing real depends on it.

reminder-done = Done today
reminder-done-told = { $what }: noted as done.
reminder-rest = Later
reminder-rest-day = In 1 day
reminder-rest-week = In 1 week
reminder-rest-date = Not before
reminder-rest-until = Remind me then
reminder-rest-told = { $what }: it comes back later.
reminder-date-aside = year-month-day, e.g. 2027-02-22

reminders-title = What to look at again
reminders-lead = A set-up is right on the day it is made. These dates keep it right; each is told once, at its hour, Hong Kong time.
reminders-none = Nothing to look at again yet
reminders-none-why = Reminders come by themselves as the set-up goes on. You can also give a date of your own.
reminders-list = Reminders
reminders-add = Add a reminder
reminders-new = A new reminder
reminders-change = Change the reminder
reminders-kind = What for
reminders-note = Remark
reminders-note-aside = e.g. which certificate; no passwords
reminders-every =
    { $days ->
        [one] Every day
       *[other] Every { $days } days
    }
reminders-by-itself = Its date follows from what happens: you need not give one.
reminders-time-aside = hour:minute, e.g. 09:30
reminders-ahead = Tell beforehand
reminders-ahead-days =
    { $days ->
        [0] On the day itself
        [one] 1 day before
       *[other] { $days } days before
    }
reminders-named = Somebody else
reminders-name = Their name
reminders-save = Save the reminder
reminders-leave = Leave it as it was
reminders-saved = The reminder is saved.
reminders-edit = Change
reminders-remove = Remove
reminders-switch = Remind: { $what }
reminders-when = { $date }, { $time }
reminders-when-over =
    { $days ->
        [one] { $date }, 1 day ago
       *[other] { $date }, { $days } days ago
    }
reminders-when-snoozed = comes back on { $date }
reminders-when-none = no date at present
reminders-export = In your own calendar
reminders-export-why = One file for Outlook, Google Calendar and others. Saved again later, it moves the entries that you have already.
reminders-export-save = Save for a calendar…
reminders-export-told = Saved at { $path }. Open it with your calendar.
