//! What a call carries: query, JSON or form body, values of either type.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use url::form_urlencoded;

use super::Call;

impl<S: Send + Sync> FromRequest<S> for Call {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let content_type = header_text(&request, header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let accept = header_text(&request, header::ACCEPT.as_str()).unwrap_or_default();
        let header_token = header_text(&request, "x-acs-dingtalk-access-token");
        let method = request.method().clone();
        let path = request.uri().path().to_owned();
        let query = request.uri().query().unwrap_or_default().to_owned();
        let body = Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self { method, path, query, content_type, accept, header_token, body, proof: None })
    }
}

fn header_text(request: &Request, name: &str) -> Option<String> {
    let value = request.headers().get(name)?;
    Some(value.to_str().ok()?.to_owned())
}

impl Call {
    /// The first of that name in the query; empty counts as absent.
    pub fn query_value(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.query.as_bytes())
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.into_owned())
    }

    /// In the query, or in a form body; a JSON body's is ignored.
    pub fn old_token(&self) -> Option<String> {
        let in_form = || {
            let form = form_urlencoded::parse(&self.body);
            let mut tokens = form.filter(|(key, _)| key == "access_token");
            tokens.next().map(|(_, value)| value.into_owned())
        };
        self.query_value("access_token").or_else(|| self.is_form().then(in_form).flatten().filter(|t| !t.is_empty()))
    }

    pub fn is_form(&self) -> bool {
        self.content_type.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
    }

    pub fn is_json(&self) -> bool {
        self.content_type.to_ascii_lowercase().starts_with("application/json")
    }

    /// Query and body together, as the old gateway reads them; the body wins.
    pub fn parameters(&self) -> Parameters {
        let mut values: BTreeMap<String, Value> = pairs(self.query.as_bytes());
        if self.is_form() {
            values.extend(pairs(&self.body));
        } else if let Ok(Value::Object(body)) = serde_json::from_slice(&self.body) {
            values.extend(body);
        }
        Parameters(values)
    }

    /// A JSON object, as the new gateway reads it.
    pub fn json_parameters(&self) -> Option<Parameters> {
        match serde_json::from_slice(&self.body) {
            Ok(Value::Object(body)) => Some(Parameters(body.into_iter().collect())),
            Ok(_) | Err(_) => None,
        }
    }
}

fn pairs(text: &[u8]) -> BTreeMap<String, Value> {
    form_urlencoded::parse(text).map(|(key, value)| (key.into_owned(), Value::String(value.into_owned()))).collect()
}

/// The value is there and is not a whole number from zero up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotWhole;

/// Values by name. DingTalk takes numbers and booleans as text too.
#[derive(Debug, Clone)]
pub struct Parameters(BTreeMap<String, Value>);

impl Parameters {
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// Text or a number as text; `None` when absent or empty.
    pub fn text(&self, name: &str) -> Option<String> {
        let text = as_text(self.value(name)?)?;
        (!text.is_empty()).then_some(text)
    }

    /// `None` when absent or empty.
    pub fn number(&self, name: &str) -> Result<Option<u64>, NotWhole> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        text.trim().parse().map(Some).map_err(|_| NotWhole)
    }

    pub fn flag(&self, name: &str) -> bool {
        self.text(name).is_some_and(|text| text == "true")
    }

    /// `"a,b"` or an array; empty when absent.
    pub fn list(&self, name: &str) -> Vec<String> {
        match self.value(name) {
            Some(Value::Array(items)) => items.iter().filter_map(as_text).collect(),
            Some(value) => as_text(value)
                .unwrap_or_default()
                .split(',')
                .map(str::trim)
                .filter(|item| !item.is_empty())
                .map(str::to_owned)
                .collect(),
            None => Vec::new(),
        }
    }

    /// An object, or JSON text of one (form bodies carry it so).
    pub fn nested(&self, name: &str) -> Option<Value> {
        match self.value(name)? {
            Value::String(text) => serde_json::from_str(text).ok().filter(Value::is_object),
            value => Some(value.clone()).filter(Value::is_object),
        }
    }
}

pub fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
