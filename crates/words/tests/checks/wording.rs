//! Hong Kong wording, plain sentences, and no words outside locales/.

use crate::locales;
use crate::tree;

/// Words of the mainland or of Taiwan, and what Hong Kong says.
const FOREIGN: [(&str, &str); 43] = [
    ("登錄", "登入"),
    ("登陸", "登入"),
    ("網路", "網絡"),
    ("軟體", "軟件"),
    ("硬體", "硬件"),
    ("韌體", "韌件"),
    ("伺服端", "伺服器"),
    ("服務器", "伺服器"),
    ("郵箱", "電郵"),
    ("電子郵件", "電郵"),
    ("賬號", "帳戶"),
    ("帳號", "帳戶"),
    ("默認", "預設"),
    ("缺省", "預設"),
    ("設置", "設定"),
    ("信息", "訊息／資料"),
    ("消息", "訊息"),
    ("短信", "短訊"),
    ("簡訊", "短訊"),
    ("視頻", "影片"),
    ("音頻", "聲音"),
    ("打印", "列印"),
    ("保存", "儲存"),
    ("存儲", "儲存"),
    ("文檔", "文件"),
    ("文件夾", "資料夾"),
    ("應用程序", "應用程式"),
    ("小程序", "小程式"),
    ("鏈接", "連結"),
    ("點擊", "按"),
    ("剪貼板", "剪貼簿"),
    ("剪切板", "剪貼簿"),
    ("機器人", "機械人"),
    ("內存", "記憶體"),
    ("界面", "介面"),
    ("支持", "支援"),
    ("當前", "目前"),
    ("調用", "呼叫"),
    ("卸載", "移除"),
    ("專案", "項目"),
    ("行動電話", "流動電話"),
    ("二維碼掃描", "掃描二維碼"),
    ("裡", "裏"),
];

/// Letters that only Simplified Chinese writes so.
const SIMPLIFIED: &str = "们这来说对时会过开关网络设权发应个为与无务实际数据连线经济东车马鸟见贝长门问间闻书写买卖业产严丧丰临举义乐习乡亏云亚从仓仪价众优伙传伤伦伪体余佣侠侣侥侦侧侨倾债储儿党兰兴养兽内冈册军农冯冲决况冻净凉减凑凤凭凯击凿创删别刹剂剑剧劝办动励劲劳势区医华协单卖卢卫却厂厅历厉压厌厕县参双变叙叠号叹吓吗启呜员周响哑园围国图圆圣场坏块坚坛坝坟声处备复够头夸夹夺奋奖妇妈娱孙学宁宝宠审宪宫宽宾寻导寿将尔尘尝尽层岁岛币师帐帮带并广庆库应庙废归当录彻征径恋总恶悬惊惧惨惯戏战户扑执扩扫扬扰抚抛抢护报担拟拥择挂挡挤挥损换据掷搁摄摆摇撑敌敛数斋断旧显晋晒晓术机杀杂权条极构枪柜标栈栋栏树样档桥梦检楼横欢欧残毁毕气汇汉沟沪泪泽洁洒浅测浓涛润涨渐渔湾湿溃满滤滚滞滥灭灯灵灾炉炼烂烦烧热爱爷牵牺犹独狱猎猪献环现珑电画畅疗疮疯痒瘾皱盐监盖盘眯矿码砖确础碍礼祸禀离种积称稳穷窃竞笔笼筑签简类粮纠红纤约级纪纯纲纳纵纷纸纹纺纽线练组细织终绍绎经绑绒结绕绘给绝统继绩绪续维绵综绿缓编缘缚缝缩缴网罗罚罢职联聪肃肠肤肾肿胀胁胆胜胶脉脏脑脚脱脸腊腾舰艺节芦苍苏苹茎荐荣药莲获莹营萧萨蓝蔷虑虚虫虽蚀蚁蛮补衬袭装裤观规视览觉触计订认讨让训议讯记讲许论设访证评识诉词译试诗诚话询该详语误说请诸读课谁调谈谋谎谓谢谣谦谨谱负贡财责贤败货质贩贪贫购贮贯贴贵贷贸费贺贼资赋赌赏赔赖赚赛赞赠赢赵趋跃践踪车轨转轮软轰轻载较辅辆辈辉输辑辖边达迁过迈运还这进远违连迟适选逊递逻遗邓邮邻郁郑酱释里钉针钓钟钢钥钦钩钱铁铃铅铜银铺链销锁锅错锦键镇镜闪闭问闲间闷闸闹闻阀阅队阳阴阵阶际陆陈险随隐隶难雾静韩页顶项顺须顾顿颁预领频颗题颜额风飞饥饭饮饰饱饼馆首驰驱驳驶驻驾验骂骄骗骚骤鱼鲜鸡鸣麦黄齐齿龙龟";

/// Letters that both scripts write, though the list above holds them for their other reading.
const BOTH: &str = "周余云里并征据只准凶几台后干面松发冲党净凉减凑况决画内册郁首横聪网凭别删帐宫宽弃床幸录沪济眯砖种签筑纤胜脚脱脸荐蒙装谨却丰强奋并仆佣兰吓体";

/// What the console prints stands in these, in Chinese sentences and in English ones; `<cn>…</cn>` is the window's.
const CHINESE_QUOTES: &[(&str, &str)] = &[("「", "」"), ("<cn>", "</cn>")];
const ENGLISH_QUOTES: &[(&str, &str)] = &[("“", "”"), ("<cn>", "</cn>")];

fn without_quotes(text: &str, quotes: &[(&str, &str)]) -> String {
    let mut out = text.to_owned();
    for (open, close) in quotes {
        while let Some(start) = out.find(open) {
            let Some(length) = out[start..].find(close) else {
                break;
            };
            out.replace_range(start..start + length + close.len(), "");
        }
    }
    out
}

pub fn chinese_faults(text: &str) -> Vec<String> {
    let text = without_quotes(text, CHINESE_QUOTES);
    let mut faults: Vec<String> = FOREIGN
        .iter()
        .filter(|(foreign, _)| text.contains(foreign))
        .map(|(foreign, ours)| format!("{foreign} is said {ours} in Hong Kong"))
        .collect();
    let simplified = text.chars().filter(|letter| SIMPLIFIED.contains(*letter) && !BOTH.contains(*letter));
    faults.extend(simplified.map(|letter| format!("{letter} is Simplified Chinese")));
    faults
}

pub fn is_chinese(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
        || ('\u{3000}'..='\u{303f}').contains(&letter)
        || ('\u{ff00}'..='\u{ffef}').contains(&letter)
}

fn sentences(text: &str) -> usize {
    let letters: Vec<char> = text.trim().chars().collect();
    let ends = |at: usize| letters.get(at + 1).is_none_or(|next| next.is_whitespace() || "”’)".contains(*next));
    let count = (0..letters.len())
        .filter(|at| "。！？".contains(letters[*at]) || (".!?".contains(letters[*at]) && ends(*at)))
        .count();
    count.max(1)
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(chinese_faults(text), expected, "{text}");
}

#[test]
fn wording_from_elsewhere_is_seen_and_quotes_of_the_console_are_not() {
    check("請登入電郵，再儲存設定。", &[]);
    check("請在「权限管理」開通，再到「安全设置」。", &[]);
    check("請在<cn>权限管理</cn>開通。", &[]);
    check("請登錄郵箱。", &["登錄 is said 登入 in Hong Kong", "郵箱 is said 電郵 in Hong Kong"]);
    check("請设定。", &["设 is Simplified Chinese"]);
    check("這裡", &["裡 is said 裏 in Hong Kong"]);
}

#[test]
fn sentences_are_counted_by_their_ends() {
    for (text, expected) in [
        ("One. Two.", 2),
        ("See 203.0.113.10 and .com now.", 1),
        ("一句。", 1),
        ("一句。兩句！三句？", 3),
        ("no end", 1),
        ("He said “go.” Then left.", 2),
    ] {
        assert_eq!(sentences(text), expected, "{text}");
    }
}

#[test]
fn traditional_chinese_is_written_as_in_hong_kong() {
    let mut faults = Vec::new();
    for (id, message) in locales::read("zh-HK").messages {
        for (place, text) in &message.texts {
            faults.extend(
                chinese_faults(text).into_iter().map(|fault| format!("{} {id}.{place}: {fault}", message.file)),
            );
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn english_holds_chinese_only_in_quotes() {
    let mut faults = Vec::new();
    for (id, message) in locales::read("en").messages {
        for (place, text) in &message.texts {
            // The switch of languages is read by those who read the other one.
            if without_quotes(text, ENGLISH_QUOTES).chars().any(is_chinese)
                && message.file != "practice.ftl"
                && !id.contains("language")
            {
                faults.push(format!("{} {id}.{place}: {text}", message.file));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn an_error_says_it_in_two_sentences_and_without_jargon() {
    let mut faults = Vec::new();
    for language in ["en", "zh-HK"] {
        for (id, message) in locales::read(language)
            .messages
            .iter()
            .filter(|(id, _)| id.starts_with("problem-") || id.starts_with("note-"))
        {
            for (place, readings) in &message.readings {
                for reading in readings.iter().filter(|reading| sentences(reading) > 2) {
                    faults.push(format!("{language} {id}.{place}: {} sentences: {reading}", sentences(reading)));
                }
            }
            for text in message.texts.values() {
                let place = "";
                for word in text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_') {
                    if ["token", "tokens", "API", "errcode", "endpoint", "payload", "JSON", "null"].contains(&word) {
                        faults.push(format!("{language} {id}.{place}: “{word}” is jargon"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

const MOST_WORDS: usize = 25;
const MOST_CHINESE_LETTERS: usize = 40;

/// The parts of a text that end with a full stop or its like.
pub fn split_sentences(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.trim().chars().collect();
    let mut found = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        found.last_mut().unwrap().push(*letter);
        let before_space = letters.get(at + 1).is_none_or(|next| next.is_whitespace());
        if "。！？".contains(*letter) || (".!?".contains(*letter) && before_space) {
            found.push(String::new());
        }
    }
    found
}

pub fn is_too_long(sentence: &str) -> bool {
    let words = sentence.split_whitespace().filter(|word| word.contains(|c: char| c.is_ascii_alphanumeric())).count();
    let chinese = sentence.chars().filter(|letter| ('\u{3400}'..='\u{9fff}').contains(letter)).count();
    words > MOST_WORDS || chinese > MOST_CHINESE_LETTERS
}

#[test]
fn no_sentence_of_an_error_is_longer_than_a_breath() {
    assert!(is_too_long(&"one ".repeat(26)) && !is_too_long(&"one ".repeat(25)));
    assert!(is_too_long(&"一".repeat(41)) && !is_too_long(&"一".repeat(40)));
    assert_eq!(split_sentences("One two. Three 203.0.113.7 four.").len(), 3);
    let mut faults = Vec::new();
    for language in ["en", "zh-HK"] {
        let is_error = |id: &str| ["problem-", "doctor-", "cli-problem-"].iter().any(|family| id.starts_with(family));
        for (id, message) in locales::read(language).messages.iter().filter(|(id, _)| is_error(id)) {
            for (place, readings) in &message.readings {
                let long = readings.iter().flat_map(|reading| split_sentences(reading)).filter(|one| is_too_long(one));
                faults.extend(long.map(|sentence| format!("{language} {id}.{place}: {sentence}")));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Sources that hold Chinese which is not ours to translate, each with its reason.
const CHINESE_DATA: [(&str, &str); 9] = [
    ("crates/practice/src/gateway/", "DingTalk's own answers"),
    ("crates/practice/src/fault/", "DingTalk's own answers when it fails"),
    ("crates/practice/src/state/", "the demo company, and the console's names of permission points"),
    ("crates/practice/src/console/labels.rs", "the console's words as printed there"),
    ("crates/dingtalk/src/gateway/", "what DingTalk's refusals are told by"),
    ("crates/engine/src/doctor/", "what refusals are told by, and the letters they are converted from"),
    ("crates/engine/src/permission/catalogue.rs", "the console's names of permission points"),
    ("crates/engine/src/keys/", "labels that a pasted console page holds"),
    ("crates/engine/src/checkup/signature.rs", "known answers of the signature over Chinese texts"),
];

/// The product's name is the same in both languages.
const PRODUCT: &str = "Hoitung 開通";

#[test]
fn no_words_of_ours_stand_outside_the_locale_files() {
    let sources: Vec<_> = tree::rust_sources().into_iter().chain(tree::ui_sources()).collect();
    for (name, reason) in CHINESE_DATA {
        let holds = |file: &tree::SourceFile| file.name.starts_with(name) && file.text.chars().any(is_chinese);
        assert!(sources.iter().any(holds), "{name} needs no exception any more: {reason}");
    }
    let mut faults = Vec::new();
    for file in &sources {
        if CHINESE_DATA.iter().any(|(name, _)| file.name.starts_with(name)) {
            continue;
        }
        for (number, line) in tree::without_comments(&file.text).lines().enumerate() {
            if line.replace(PRODUCT, "").chars().any(|letter| ('\u{3400}'..='\u{9fff}').contains(&letter)) {
                faults.push(format!("{}:{}: {}", file.name, number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
