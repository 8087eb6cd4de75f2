import guard  # First: before any judge is imported.
import pytest
from practice import Practice

pytest.register_assert_rewrite("same")

# dingtalk-stream asks the system which address it would use towards 8.8.8.8. Nothing is sent by that, and it does
# without an answer.
KNOWN_TRIES = {("socket.connect", "8.8.8.8", 80)}


@pytest.fixture
def practice(tmp_path):
    """A new world, its clock standing until a test moves it."""
    server = Practice(tmp_path, "--virtual-clock")
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def nothing_leaves_this_machine():
    yield
    left = [a_try for a_try in guard.tries if a_try not in KNOWN_TRIES]
    guard.tries.clear()
    assert not left, left
