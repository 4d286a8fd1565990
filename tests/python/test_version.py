from __future__ import annotations

from importlib import metadata

import pressgauge as pg
from pressgauge import _core


def test_there_is_one_version():
    assert pg.__version__ == _core.__version__ == metadata.version("pressgauge")
