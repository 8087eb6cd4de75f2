//! The console's own words, in Simplified Chinese as they are printed there (dingtalk-api.md §11), each with the id of
//! the reader's word beside it. They are data, never translated: what is learnt here must be found again there.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Simplified Chinese, as printed.
    pub printed: &'static str,
    /// The id of the reader's own word.
    pub word: &'static str,
}

const fn label(printed: &'static str, word: &'static str) -> Label {
    Label { printed, word }
}

// The menu
pub const HOME: Label = label("首页", "practice-label-home");
pub const CONSOLE: Label = label("开发者后台", "practice-label-console");
pub const APPS: Label = label("应用开发", "practice-label-apps");
pub const INTERNAL_APPS: Label = label("企业内部应用", "practice-label-internal-apps");
pub const CREATE_APP: Label = label("创建应用", "practice-label-create-app");
pub const BASICS: Label = label("基础信息", "practice-label-basics");
pub const CREDENTIALS: Label = label("凭证与基础信息", "practice-label-credentials");
pub const ABILITIES: Label = label("应用能力", "practice-label-abilities");
pub const ROBOT: Label = label("机器人", "practice-label-robot");
pub const CONFIGURATION: Label = label("开发配置", "practice-label-configuration");
pub const PERMISSIONS: Label = label("权限管理", "practice-label-permissions");
pub const SECURITY: Label = label("安全设置", "practice-label-security");
pub const RELEASE: Label = label("应用发布", "practice-label-release");
pub const VERSIONS: Label = label("版本管理与发布", "practice-label-versions");
pub const ADMIN_CONSOLE: Label = label("钉钉管理后台", "practice-label-admin-console");
pub const GROUPS: Label = label("群聊", "practice-label-groups");
pub const WORK_NOTICES: Label = label("工作通知", "practice-label-work-notices");

// Creating an app
pub const APP_NAME: Label = label("应用名称", "practice-label-app-name");
pub const APP_DESCRIPTION: Label = label("应用描述", "practice-label-app-description");
pub const SAVE: Label = label("保存", "practice-label-save");

// Keys
pub const CORP_ID: &str = "CorpId";
pub const CLIENT_ID: &str = "Client ID (原 AppKey 和 SuiteKey)";
pub const CLIENT_SECRET: &str = "Client Secret (原 AppSecret 和 SuiteSecret)";
pub const AGENT_ID: &str = "AgentId";
pub const UNIFIED_APP_ID: &str = "Unified App ID";
pub const SHOW: Label = label("显示", "practice-label-show");
pub const HIDE: Label = label("隐藏", "practice-label-hide");
pub const COPY: Label = label("复制", "practice-label-copy");
pub const RESET_SECRET: Label = label("重置", "practice-label-reset-secret");

// Permissions
pub const OPEN_NOW: Label = label("立即开通", "practice-label-open-now");
pub const ASK: Label = label("申请", "practice-label-ask");
pub const SCOPE: Label = label("授权范围", "practice-label-scope");

// Security settings
pub const EXIT_ADDRESS: Label = label("服务器出口IP", "practice-label-exit-address");
pub const REDIRECT: Label = label("重定向URL（回调域名）", "practice-label-redirect");

// Events
pub const EVENTS: Label = label("事件订阅", "practice-label-events");
pub const STREAM_PUSH: Label = label("Stream 模式推送", "practice-label-stream-push");
pub const HTTP_PUSH: Label = label("HTTP 推送", "practice-label-http-push");
pub const VERIFY_CHANNEL: Label = label("已完成接入，验证连接通道", "practice-label-verify-channel");

// Versions
pub const CREATE_VERSION: Label = label("创建新版本", "practice-label-create-version");
pub const VERSION_NUMBER: Label = label("版本号", "practice-label-version-number");
pub const VERSION_DESCRIPTION: Label = label("版本描述", "practice-label-version-description");
pub const VISIBLE_RANGE: Label = label("应用可见范围", "practice-label-visible-range");
pub const PUBLISH: Label = label("直接发布", "practice-label-publish");
pub const LIVE_VERSION: Label = label("线上版本", "practice-label-live-version");

// The group and its robots
pub const ADD_ROBOT: Label = label("添加机器人", "practice-label-add-robot");
pub const ROBOT_NAME: Label = label("机器人名字", "practice-label-robot-name");
pub const SIGNATURE: Label = label("加签", "practice-label-signature");
pub const KEYWORDS: Label = label("自定义关键词", "practice-label-keywords");
pub const ADDRESSES: Label = label("IP地址(段)", "practice-label-addresses");
pub const WEBHOOK: &str = "Webhook";

/// The language's own name, the same in every language.
pub const CHINESE: &str = "繁體中文";
