package org.onex.center.script;

import java.util.UUID;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

@Service
class DecideOnScript {
    void decide(UUID script, ScriptController.ScriptDecisionRequest request, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
