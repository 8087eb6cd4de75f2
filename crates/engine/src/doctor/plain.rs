//! A text as somebody copied it, in plain letters: without colours and invisible marks, full-width letters and digits
//! made narrow, and Traditional Chinese turned into the Simplified that DingTalk's sentences are known in.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Traditional and Simplified, for the letters of DingTalk's sentences. Not a converter: other letters stay.
const SIMPLIFIED: &str = "訪访 問问 單单 應应 開开 請请 權权 鏈链 點点 擊击 簽签 時时 間间 關关 鍵键 詞词 內内 錯错 誤误 決决 無无 參参 數数 調调 業业 員员 範范 圍围 網网 絡络 連连 線线 統统 門门 \
    稱称 號号 碼码 機机 話话 郵邮 個个 層层 級级 過过 從从 將将 結结 來来 當当 處处 罰罚 達达 認认 證证 確确 選选 擇择 設设 備备 戶户 啟启 為为 對对 發发 團团 隊队 長长 審审 \
    屬属 於于 組组 織织 該该 獲获 創创 臨临 觸触 並并 換换 擁拥 後后 務务 協协 議议 護护 資资 訊讯 圖图 質质 類类 頁页 題题 顯显 須须 頻频 檢检 測测 繼继 續续 體体 還还 遠远 \
    運运 辦办 動动 適适 僅仅 條条 標标 準准 簡简 約约 給给 編编 聯联 職职 舊旧 與与 萬万 見见 規规 視视 覺觉 計计 記记 許许 註注 試试 詳详 語语 說说 讀读 變变 讓让 負负 責责 \
    費费 購购 轉转 輸输 這这 進进 違违 遞递 鑰钥 際际 隱隐 離离 電电 驗验 釘钉 裡里 裏里 復复 複复 據据 實实 滿满 暫暂 壞坏 寫写 偵侦 憑凭 帳账 屆届 報报 極极 構构 歷历 歸归 \
    邏逻 輯辑 彙汇 滯滞 擋挡 執执 兩两 沒没 嗎吗 麼么 們们 卻却 鎖锁 閉闭 獨独 絕绝 導导 傳传 佔占 係系 億亿 優优 儲储 詢询 識识 譯译 賬账 載载 較较 輪轮 農农 鍾钟 鐘钟 鑑鉴 \
    闆板 韓韩 順顺 領领 飾饰 餘余 驅驱 齊齐";

static PAIRS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pair = |pair: &str| {
        let mut letters = pair.chars();
        Some((letters.next()?, letters.next()?))
    };
    SIMPLIFIED.split_whitespace().filter_map(pair).collect()
});

pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{1b}' => {
                if letters.peek() == Some(&'[') {
                    letters.next();
                    while letters.next_if(|next| !next.is_ascii_alphabetic()).is_some() {}
                    letters.next();
                }
            }
            '\u{ff01}'..='\u{ff5e}' => out.push(narrow(letter)),
            '\u{3000}' | '\u{a0}' | '\t' => out.push(' '),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{2066}'..='\u{2069}' => {}
            '\n' => out.push('\n'),
            _ if letter.is_control() => {
                if letter == '\r' && letters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            _ if letter < '\u{3400}' => out.push(letter),
            _ => out.push(simplified(letter)),
        }
    }
    out
}

fn narrow(letter: char) -> char {
    char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter)
}

fn simplified(letter: char) -> char {
    PAIRS.get(&letter).copied().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::plain;

    fn check(text: &str, expected: &str) {
        assert_eq!(plain(text), expected);
    }

    #[test]
    fn a_copied_text_becomes_plain() {
        check("errcode：６００２０", "errcode:60020");
        check("\u{1b}[31merror\u{1b}[0m\r\nnext", "error\nnext");
        check("60\u{200b}020\u{a0}x", "60020 x");
        check("訪問ip不在白名單之中，請求", "访问ip不在白名单之中,请求");
        check("plain café 平", "plain café 平");
        check("\u{1b}[", "");
        check("", "");
    }
}
