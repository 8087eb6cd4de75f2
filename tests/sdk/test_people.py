"""Writing the directory by `dingtalk-sdk`; who left or is locked out, by `alibabacloud-dingtalk`."""

import pytest
import third_party
from official import app_token, call, client, refusal

NEW = {"userid": "judge1", "name": "金示範", "mobile": "+852-59990001", "dept_id_list": "552010002"}
CREATE, UPDATE, GET = "/topapi/v2/user/create", "/topapi/v2/user/update", "/topapi/v2/user/get"


@pytest.fixture
def old(practice):
    return third_party.client(practice)


# V §3.2: create answers userid and unionId, spelt so here alone
def test_a_person_is_made_changed_and_deleted(practice, old):
    made = old.post(CREATE, NEW)["result"]
    assert set(made) == {"userid", "unionId"}
    person = old.post(GET, {"userid": "judge1"})["result"]
    assert (person["unionid"], person["state_code"], person["mobile"]) == (made["unionId"], "852", "59990001")
    old.post(UPDATE, {"userid": "judge1", "title": "會計"})
    assert old.post(GET, {"userid": "judge1"})["result"]["title"] == "會計"
    old.post("/topapi/v2/user/delete", {"userid": "judge1"})
    # V §3.1: after a delete user/get answers 60121
    assert third_party.refusal(old.post, GET, {"userid": "judge1"}).errcode == 60121


# V §3.2: dept_id_list is a text "2,3"; a tolerant server takes an array too
@pytest.mark.parametrize("departments", ["552010002,552010003", [552010002, 552010003]])
def test_departments_come_as_a_text(practice, old, departments):
    old.post(CREATE, {**NEW, "dept_id_list": departments})
    assert old.post(GET, {"userid": "judge1"})["result"]["dept_id_list"] == [552010002, 552010003]


# V §3.2: a taken userid answers 60102, a taken mobile 60104
# V §10.1: a name that is too long answers 60112, a bad number 60103 or 40104
@pytest.mark.parametrize(
    ("other", "codes"),
    [
        ({"userid": "demo001"}, {60102}),
        ({"mobile": "+852-55500001"}, {60104}),
        ({"mobile": "not a number"}, {60103, 40104}),
        ({"name": "金" * 81}, {60112}),
        ({"dept_id_list": "999"}, {60003, 40009, 40066}),
        ({"manager_userid": "nobody"}, {60128}),
        ({"name": None}, {40035}),
    ],
)
def test_a_wrong_person_is_refused_and_not_made(practice, old, other, codes):
    fields = {key: value for key, value in {**NEW, **other}.items() if value is not None}
    err = third_party.refusal(old.post, CREATE, fields)
    assert err.errcode in codes, err.errmsg
    if "userid" not in other:
        assert third_party.refusal(old.post, GET, {"userid": "judge1"}).errcode == 60121


# V §3.2: a person who wants to be asked first is invited: 40103, and no userid before they agree
def test_a_person_who_is_asked_first_is_there_once_they_agreed(practice, old):
    practice.admin("/ask-first", {"mobile": NEW["mobile"]})
    err = third_party.refusal(old.post, CREATE, NEW)
    assert (err.errcode, "userid" in err.response.json()) == (40103, False)
    assert third_party.refusal(old.post, GET, {"userid": "judge1"}).errcode == 60121
    practice.admin("/accept-invitation", {"mobile": NEW["mobile"]})
    assert old.post("/topapi/v2/user/getbymobile", {"mobile": NEW["mobile"]})["result"]["userid"]


# V §3.3: a mobile cannot be changed: 41054
def test_a_mobile_stays(practice, old):
    assert third_party.refusal(old.post, UPDATE, {"userid": "demo003", "mobile": "+852-59990001"}).errcode == 41054


# V §4.2: writing the directory needs qyapi_manage_addresslist
def test_without_its_permission_nobody_is_made(practice, old):
    practice.withdraw("qyapi_manage_addresslist")
    err = third_party.refusal(old.post, CREATE, NEW)
    assert (err.errcode, err.response.json()["sub_code"]) == (88, "60011")
    assert practice.journal("user_created") == []


# V §3.5: a department's id is made by the server, a department with people or children is not deleted
def test_a_department_is_made_and_deleted_when_it_is_empty(practice, old):
    made = old.post("/topapi/v2/department/create", {"name": "金庫部", "parent_id": 1})["result"]["dept_id"]
    below = old.post("/topapi/v2/department/create", {"name": "保險箱組", "parent_id": made})["result"]["dept_id"]
    assert third_party.refusal(old.post, "/topapi/v2/department/delete", {"dept_id": made}).errcode == 60006
    old.post(CREATE, {**NEW, "dept_id_list": str(below)})
    for each, code in [(below, 60005), (1, 60007)]:
        assert third_party.refusal(old.post, "/topapi/v2/department/delete", {"dept_id": each}).errcode == code
    old.post("/topapi/v2/user/delete", {"userid": "judge1"})
    for each in (below, made):
        old.post("/topapi/v2/department/delete", {"dept_id": each})
    # V §3.5: a name that a sibling has answers 60021
    again = {"name": "財務部", "parent_id": 1}
    assert third_party.refusal(old.post, "/topapi/v2/department/create", again).errcode == 60021


# V §3.1: empLeaveRecords tells userId, name, mobile, leaveTime and leaveReason of those who left
def test_who_left_is_told(practice, old):
    old.post("/topapi/v2/user/delete", {"userid": "demo012"})
    contact = client(practice, "contact_1_0")
    request = contact.models.ListEmpLeaveRecordsRequest(
        start_time="2020-01-01T00:00:00Z", end_time="2100-01-01T00:00:00Z", next_token="0", max_results=50
    )
    [record] = call(contact, "ListEmpLeaveRecords", app_token(practice), request=request).body.records
    assert (record.user_id, record.mobile, record.leave_reason) == ("demo012", "55500012", "oapi")


# V §3.1: only accounts of the organisation's own can be disabled: 400 exclusive.account.only
def test_only_the_organisations_own_accounts_are_locked_out(practice):
    contact = client(practice, "contact_1_0")
    token = app_token(practice)

    def act(name, **fields):
        request = getattr(contact.models, f"{name}Request")(user_id="demo005", **fields)
        return call(contact, name, token, request=request).body

    err = refusal(act, "SetDisable", reason="離職")
    assert (err.code, err.data["statusCode"]) == ("exclusive.account.only", 400)
    practice.admin("/org-account", {"userid": "demo005"})
    assert act("SetDisable", reason="離職").result
    assert act("QueryStatus").disable is True
    assert act("SetEnable").result
    assert act("QueryStatus").disable is False
    assert act("SignOut", reason="x").result
