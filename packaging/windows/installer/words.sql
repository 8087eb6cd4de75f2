-- Made from locales/ by `HOITUNG_UPDATE=1 cargo test -p words --test checks installer`. Do not edit.
UPDATE `LaunchCondition` SET `Description` = 'A newer Hoitung is installed on this computer. Nothing was changed. 這部電腦已有較新版本的 Hoitung。一切維持不變。' WHERE `Condition` = 'NOT WIX_DOWNGRADE_DETECTED'
UPDATE `Shortcut` SET `Description` = 'Set up DingTalk and keep it working 設定釘釘，並確保一直正常' WHERE `Shortcut` = 'Shortcut'
