# What is given into other hands.

handover-nameless = (no name yet)
handover-made = Made at { $at } Hong Kong time by { $by }.
handover-item-name = { $name } ({ -client-id } { $app })
handover-item-secret = The { -client-secret }
handover-item-robots = Robots: { $names }, with their secrets ({ $count })
handover-item-proofs = Tasks with proof: { $count }
handover-item-permissions = Permissions that were seen: { $count }
handover-item-messages = Messages in the book of what left: { $count }
handover-item-draft = The message that is being written
handover-item-reminder = The reminder for { $date }
handover-conflict-same-app = This computer has this app already, as “{ $name }”.
handover-conflict-same-name = This computer has another connection called “{ $name }”.
