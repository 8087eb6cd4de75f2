-- Put into the MSI by msibuild, a query a line.
-- The name in both scripts, as everywhere.
UPDATE `Property` SET `Value` = 'Hoitung 開通' WHERE `Property` = 'ProductName'
UPDATE `Shortcut` SET `Name` = 'HOITUNG|Hoitung 開通' WHERE `Shortcut` = 'Shortcut'
-- Under which name Windows shows notifications: crates/platform/src/identity.rs.
CREATE TABLE `MsiShortcutProperty` (`MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL, `PropertyKey` CHAR(255) NOT NULL, `PropVariantValue` CHAR(255) NOT NULL PRIMARY KEY `MsiShortcutProperty`)
INSERT INTO `MsiShortcutProperty` (`MsiShortcutProperty`, `Shortcut_`, `PropertyKey`, `PropVariantValue`) VALUES ('Name', 'Shortcut', 'System.AppUserModel.ID', 'hk.hoitung.app')
-- The open window is asked to close before its files are replaced. 98: a program in a folder, waited for, whatever its end.
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('AskToClose', 98, 'INSTALLDIR', '"[INSTALLDIR]hoitung.exe" --quit')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('AskToClose', 'Installed OR WIX_UPGRADE_DETECTED', 1390)
