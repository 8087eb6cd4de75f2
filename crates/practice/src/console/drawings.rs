//! Line drawings of our own, green and brass. Decoration: hidden from screen readers.

use super::html::Html;

pub fn mark() -> Html {
    Html::fixed(
        r##"<svg width="38" height="38" viewBox="0 0 38 38" aria-hidden="true"><rect width="38" height="38" rx="9" fill="#0e5a47"/><path d="M9 25c6 0 5-13 10-13s5 13 10 13" stroke="#dff1ea" stroke-width="2.6" fill="none" stroke-linecap="round"/><circle cx="9.4" cy="25" r="2.6" fill="#fff"/><circle cx="19" cy="12" r="2.6" fill="#fff"/><circle cx="28.6" cy="25" r="2.6" fill="#f4c95d"/></svg>"##,
    )
}

pub fn robot_face() -> Html {
    Html::fixed(
        r##"<svg width="36" height="36" viewBox="0 0 36 36" aria-hidden="true"><rect width="36" height="36" rx="9" fill="#0e5a47"/><path d="M18 7v4" stroke="#f4c95d" stroke-width="2" stroke-linecap="round"/><circle cx="18" cy="6.5" r="1.8" fill="#f4c95d"/><rect x="8.5" y="11" width="19" height="15" rx="5" fill="none" stroke="#dff1ea" stroke-width="2"/><circle cx="14.5" cy="18" r="1.8" fill="#fff"/><circle cx="21.5" cy="18" r="1.8" fill="#fff"/><path d="M15 22.4h6" stroke="#dff1ea" stroke-width="1.8" stroke-linecap="round"/></svg>"##,
    )
}

pub fn bell_face() -> Html {
    Html::fixed(
        r##"<svg width="36" height="36" viewBox="0 0 36 36" aria-hidden="true"><rect width="36" height="36" rx="9" fill="#7a5510"/><path d="M11 23.5h14c-2-2-2-4-2-7a5 5 0 0 0-10 0c0 3 0 5-2 7z" fill="none" stroke="#fbf0d6" stroke-width="2" stroke-linejoin="round"/><path d="M16.4 26.6h3.2" stroke="#fbf0d6" stroke-width="2" stroke-linecap="round"/></svg>"##,
    )
}

/// A tram on its way to the first stop.
pub fn tram() -> Html {
    Html::fixed(
        r#"<svg class="drawing" viewBox="0 0 220 120" aria-hidden="true"><rect class="fill" x="58" y="24" width="92" height="72" rx="10"/><path class="warm" d="M6 10h208"/><path d="M104 24 96 10M104 24l8-14"/><rect x="58" y="24" width="92" height="72" rx="10"/><path d="M58 60h92"/><rect x="68" y="33" width="20" height="18" rx="3"/><rect x="94" y="33" width="20" height="18" rx="3"/><rect x="120" y="33" width="20" height="18" rx="3"/><rect x="68" y="68" width="20" height="18" rx="3"/><rect x="120" y="66" width="20" height="30" rx="3"/><path class="warm" d="M96 77h16"/><circle cx="76" cy="102" r="6"/><circle cx="132" cy="102" r="6"/><path d="M6 110h208"/><path d="M186 110V58"/><circle class="warm" cx="186" cy="50" r="8"/><path d="M24 110V78m0 0c-9-3-9-17 0-20 9 3 9 17 0 20z"/></svg>"#,
    )
}

/// A box waiting for its label.
pub fn parcel() -> Html {
    Html::fixed(
        r#"<svg class="drawing" viewBox="0 0 220 120" aria-hidden="true"><path class="fill" d="M60 44h100v60H60z"/><path d="M60 44h100v60H60zM60 44l14-20h72l14 20M110 24v20"/><path d="M98 44v18l12-6 12 6V44"/><path class="warm" d="M132 84h18M132 92h12"/><path d="M16 104h30M174 104h30"/><circle class="dot" cx="186" cy="30" r="4"/><path class="warm" d="M186 16v4M186 40v4M172 30h4M196 30h4"/></svg>"#,
    )
}

/// An office group that nobody has written in.
pub fn quiet_group() -> Html {
    Html::fixed(
        r#"<svg class="drawing" viewBox="0 0 220 120" aria-hidden="true"><path class="fill" d="M40 22h86a10 10 0 0 1 10 10v30a10 10 0 0 1-10 10H74L56 88V72H40a10 10 0 0 1-10-10V32a10 10 0 0 1 10-10z"/><path d="M40 22h86a10 10 0 0 1 10 10v30a10 10 0 0 1-10 10H74L56 88V72H40a10 10 0 0 1-10-10V32a10 10 0 0 1 10-10z"/><path d="M50 40h58M50 53h36"/><path class="warm" d="M150 52h28a10 10 0 0 1 10 10v20a10 10 0 0 1-10 10h-4v14l-16-14h-24a10 10 0 0 1-10-10"/><circle class="dot" cx="148" cy="72" r="3"/><circle class="dot" cx="160" cy="72" r="3"/><circle class="dot" cx="172" cy="72" r="3"/><path d="M12 112h196"/></svg>"#,
    )
}

/// A desk with an empty in-tray.
pub fn desk() -> Html {
    Html::fixed(
        r#"<svg class="drawing" viewBox="0 0 220 120" aria-hidden="true"><path d="M20 84h180M34 84v28M186 84v28"/><path class="fill" d="M62 60h64v24H62z"/><path d="M58 60h72l-4 24H62zM70 60c0 10 48 10 48 0"/><path class="warm" d="M160 84V54h-14l8-22h12l8 22h-14"/><path class="warm" d="M150 84h20"/><path d="M84 46l8 8 16-20"/></svg>"#,
    )
}

/// A robot with its hand up.
pub fn robot() -> Html {
    Html::fixed(
        r#"<svg class="drawing" viewBox="0 0 220 120" aria-hidden="true"><rect class="fill" x="78" y="34" width="64" height="48" rx="12"/><rect x="78" y="34" width="64" height="48" rx="12"/><path class="warm" d="M110 34V20"/><circle class="dot" cx="110" cy="16" r="5"/><circle cx="98" cy="54" r="4"/><circle cx="122" cy="54" r="4"/><path d="M98 68h24"/><path d="M90 82v14h40V82M78 60H62V44M142 60h14v16"/><path class="warm" d="M54 40l8-8 8 8"/><path d="M20 108h180"/><path d="M172 34h26M172 44h18"/></svg>"#,
    )
}
