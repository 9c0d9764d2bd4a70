package org.onex.center.marking;

import java.util.UUID;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

@Service
class OpenMarks {
    ScriptMarkView.OpenedScript open(UUID script, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
