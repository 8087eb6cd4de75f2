//! Typed commands, one file a feature noun. Each hands its request to the engine and returns its answer.

mod app;
mod ask;
mod background;
mod checkup;
mod connection;
mod doctor;
mod guide;
mod handover;
mod keys;
mod message;
mod network;
mod overview;
mod permission;
mod place;
mod protect;
mod register;
mod reminder;
mod settings;
mod setup;
mod update;

use tauri::Wry;
use tauri::ipc::Invoke;

/// The one list of the commands, for whoever makes something of it.
macro_rules! every_command {
    ($($make:ident)::+) => {
        $($make)::+![
            app::app,
            app::choose_language,
            app::zoom,
            app::tour_seen,
            app::theme_choose,
            app::window_show,
            app::window_ready,
            app::link_open,
            app::copy_text,
            connection::connection_create,
            connection::connection_select,
            connection::connection_leave,
            connection::connection_rename,
            connection::connection_duplicate,
            connection::connection_contents,
            connection::connection_remove,
            connection::removal_retry,
            overview::overview_check,
            ask::ask_read,
            ask::ask_mail,
            ask::app_name_set,
            ask::ask_noted,
            ask::ask_undo,
            setup::setup,
            setup::setup_go,
            setup::setup_say,
            setup::setup_unsay,
            setup::setup_cancel,
            setup::region_preview,
            setup::region_move,
            setup::evidence_aside,
            register::register_notes,
            register::register_draft,
            register::register_confirm,
            register::hosts_check,
            keys::keys_notes,
            keys::keys_draft,
            keys::keys_paste,
            keys::keys_paste_clipboard,
            keys::keys_try,
            keys::secret_enter,
            keys::secret_rotate,
            keys::secret_discard,
            keys::old_secret_disabled,
            permission::purpose_preview,
            permission::purpose_choose,
            permission::points_all,
            permission::points_check,
            permission::permission_sheet,
            message::tests_run,
            message::robot_notes,
            message::robot_save,
            message::robot_remove,
            message::robot_draft,
            message::message_draft,
            message::message_preview,
            message::message_send,
            message::message_send_again,
            message::message_seen,
            message::notice_recipients,
            message::notice_me,
            message::notice_preview,
            message::notice_send,
            message::notice_send_again,
            message::notice_look,
            protect::place_choose,
            protect::address_find,
            protect::address_type,
            protect::allow_list_check,
            protect::reminder_set,
            reminder::reminder_save,
            reminder::reminder_done,
            reminder::reminder_snooze,
            reminder::reminder_switch,
            reminder::reminder_remove,
            reminder::reminder_export,
            background::closing_choose,
            background::closing_answer,
            background::notices_choose,
            background::pause,
            background::desktop,
            background::autostart_choose,
            background::wanted_take,
            doctor::doctor_read,
            network::network,
            network::network_test,
            network::network_cancel,
            network::network_report,
            network::proxy_set,
            checkup::checkup,
            checkup::checkup_run,
            checkup::checkup_plan,
            checkup::checkup_for_it,
            checkup::sentinel_look,
            checkup::sentinel_echo,
            doctor::doctor_explain,
            guide::guide_shelf,
            handover::handover_sheet,
            handover::health_sheet,
            handover::handover_contents,
            handover::handover_export,
            handover::handover_recovery,
            handover::handover_pick,
            handover::handover_open,
            handover::handover_import,
            handover::handover_close,
            handover::starter_save,
            place::deploy_lines,
            place::deploy_save,
            update::update,
            update::update_look,
            update::update_download,
            update::update_install,
            update::update_stop,
            update::update_habit,
            settings::rebuilt_read,
            settings::write_again,
            settings::folder,
            settings::folder_open,
            settings::logs,
            settings::logs_open,
            settings::logs_save,
            settings::logs_clear,
            settings::report,
            settings::report_save,
            settings::purge_list,
            settings::purge,
            settings::app_close,
        ]
    };
}

pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    every_command!(tauri::generate_handler)
}

/// What the page's bindings are made of. The program itself does without.
#[cfg(test)]
pub fn builder() -> tauri_specta::Builder<Wry> {
    use tauri_specta::{Builder, collect_commands, collect_events};

    use crate::background::{Called, ClosingAsked};
    use crate::events::{AppChanged, NetworkChanged, SetupChanged, UpdateChanged};

    // Every key is always sent, both ways; one type for a thing, not one a direction.
    Builder::<Wry>::new().disable_serde_phases().commands(every_command!(collect_commands)).events(collect_events![
        AppChanged,
        NetworkChanged,
        SetupChanged,
        UpdateChanged,
        Called,
        ClosingAsked
    ])
}

#[cfg(all(test, windows))]
mod tests;
