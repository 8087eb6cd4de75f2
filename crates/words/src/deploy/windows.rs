//! A task for the Task Scheduler of Windows, which runs only while its user is signed in: the key store is that user's.

use engine::place::{DeployPlan, DeployStep};

use super::quote::{for_windows, for_xml, in_one_line};
use super::{DeployFile, Remarks};

/// Where Setup puts it, for a file that is made elsewhere; the variable is read by the Task Scheduler itself.
const PROGRAM: &str = r"%LOCALAPPDATA%\Programs\Hoitung\hoitung-cli.exe";

pub fn files(plan: &DeployPlan, remarks: &Remarks) -> Vec<DeployFile> {
    let arguments = format!("check --connection {} --json", for_windows(&in_one_line(&plan.name)));
    let trigger = |time: &str| {
        format!(
            "    <CalendarTrigger>\r\n      <StartBoundary>2026-01-01T{time}:00+08:00</StartBoundary>\r\n      \
             <Enabled>true</Enabled>\r\n      <ScheduleByDay>\r\n        <DaysInterval>1</DaysInterval>\r\n      \
             </ScheduleByDay>\r\n    </CalendarTrigger>\r\n"
        )
    };
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n\
         <Task version=\"1.2\" xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">\r\n\
         \x20 <RegistrationInfo>\r\n    <Author>Hoitung</Author>\r\n    <Description>{}</Description>\r\n    \
         <URI>\\Hoitung</URI>\r\n  </RegistrationInfo>\r\n\
         \x20 <Triggers>\r\n{}  </Triggers>\r\n\
         \x20 <Principals>\r\n    <Principal id=\"Author\">\r\n      <LogonType>InteractiveToken</LogonType>\r\n      \
         <RunLevel>LeastPrivilege</RunLevel>\r\n    </Principal>\r\n  </Principals>\r\n\
         \x20 <Settings>\r\n    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>\r\n    \
         <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>\r\n    \
         <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>\r\n    <AllowHardTerminate>true</AllowHardTerminate>\r\n    \
         <StartWhenAvailable>true</StartWhenAvailable>\r\n    \
         <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>\r\n    <Enabled>true</Enabled>\r\n    \
         <Hidden>false</Hidden>\r\n    <ExecutionTimeLimit>PT15M</ExecutionTimeLimit>\r\n  </Settings>\r\n\
         \x20 <Actions Context=\"Author\">\r\n    <Exec>\r\n      <Command>{}</Command>\r\n      \
         <Arguments>{}</Arguments>\r\n    </Exec>\r\n  </Actions>\r\n</Task>\r\n",
        for_xml(&remarks.say("deploy-task")),
        plan.times.iter().map(|time| trigger(time)).collect::<String>(),
        for_xml(&plan.windows_program.as_ref().map_or(PROGRAM.to_owned(), |program| program.display().to_string())),
        for_xml(&arguments),
    );
    let bytes = std::iter::once(0xfeff).chain(xml.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    vec![DeployFile { name: "hoitung-task.xml", bytes }]
}

pub fn steps() -> Vec<(DeployStep, Option<String>)> {
    let line = |text: &str| Some(text.to_owned());
    vec![
        (DeployStep::SaveHere, None),
        (DeployStep::Import, line("schtasks /Create /TN Hoitung /XML hoitung-task.xml")),
        (DeployStep::Look, line("schtasks /Query /TN Hoitung /V /FO LIST")),
        (DeployStep::Remove, line("schtasks /Delete /TN Hoitung /F")),
    ]
}

#[cfg(test)]
mod tests {
    use super::PROGRAM;

    #[test]
    fn the_task_starts_the_program_that_the_installer_puts_there() {
        let installer = include_str!("../../../../packaging/windows/installer/hoitung.nsi");
        let folder = PROGRAM.trim_end_matches(r"\hoitung-cli.exe").replace("%LOCALAPPDATA%", "$LOCALAPPDATA");
        assert!(installer.contains(&format!("InstallDir \"{folder}\"")), "{folder}");
    }
}
